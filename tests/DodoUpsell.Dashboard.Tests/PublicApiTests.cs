using DodoUpsell.TestKit;
using DodoUpsell.Tests.Conventions;
using Microsoft.AspNetCore.Builder;

namespace DodoUpsell.Dashboard.Tests;

/// <summary>The public surface as text in the repository. The components are public because Razor's always are.</summary>
public sealed class PublicApiTests
{
    [Fact]
    public void The_surface_is_the_one_that_was_reviewed()
    {
        var path = RepositoryFolder.PathOf("src", "DodoUpsell.Dashboard", "PublicApi.txt");
        var actual = PublicApiText.Of(typeof(DodoUpsellDashboardEndpointRouteBuilderExtensions).Assembly);

        if (Environment.GetEnvironmentVariable("DODOUPSELL_ACCEPT_API") == "1")
            File.WriteAllText(path, actual);

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }

    [Fact]
    public void Components_are_hidden_from_completion()
    {
        var components = typeof(DodoUpsellDashboardEndpointRouteBuilderExtensions)
            .Assembly.GetExportedTypes()
            .Where(type => type.Namespace == "DodoUpsell.Dashboard.Components")
            .ToList();

        Assert.True(components.Count > 10);
        Assert.All(
            components,
            component =>
                Assert.Single(
                    component.GetCustomAttributes(
                        typeof(System.ComponentModel.EditorBrowsableAttribute),
                        inherit: false
                    )
                )
        );
    }
}
