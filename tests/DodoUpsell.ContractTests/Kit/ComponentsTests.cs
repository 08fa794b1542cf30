using DodoUpsell.TestKit;

namespace DodoUpsell.ContractTests.Kit;

public sealed class ComponentsTests
{
    [Fact]
    public void A_missing_component_skips_unless_components_are_required()
    {
        var missing = Components.Missing("PostgreSQL", "install the package postgresql");

        var required = Environment.GetEnvironmentVariable(Components.RequireVariable) is "1" or "true";
        Assert.Equal(!required, missing.Message.StartsWith("$XunitDynamicSkip$", StringComparison.Ordinal));
        Assert.Contains(
            "PostgreSQL is not installed here: install the package postgresql.",
            missing.Message,
            StringComparison.Ordinal
        );
    }
}
