using DodoUpsell.Emulator;
using DodoUpsell.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Tests.Conventions;

/// <summary>
/// The public surface as text in the repository, so that a change of it is seen and reviewed like code.
/// </summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("DodoUpsell")]
    [InlineData("DodoUpsell.AspNetCore")]
    [InlineData("DodoUpsell.EntityFrameworkCore")]
    [InlineData("DodoUpsell.FeatureManagement")]
    [InlineData("DodoUpsell.Emulator")]
    public void The_surface_is_the_one_that_was_reviewed(string package)
    {
        var assembly = package switch
        {
            "DodoUpsell" => typeof(IDodoClient).Assembly,
            "DodoUpsell.AspNetCore" => typeof(DodoUpsell.AspNetCore.ICustomerResolver).Assembly,
            "DodoUpsell.EntityFrameworkCore" => typeof(DodoUpsellDbContext).Assembly,
            "DodoUpsell.FeatureManagement" => typeof(DodoUpsellFeatureManagementBuilderExtensions).Assembly,
            _ => typeof(DodoEmulator).Assembly,
        };
        var path = RepositoryFolder.PathOf("src", package, "PublicApi.txt");
        var actual = PublicApiText.Of(assembly);

        if (Environment.GetEnvironmentVariable("DODOUPSELL_ACCEPT_API") == "1")
            File.WriteAllText(path, actual);

        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.True(
            string.Equals(expected.ReplaceLineEndings("\n"), actual, StringComparison.Ordinal),
            $"The public surface of {package} changed. Review it, then accept it: DODOUPSELL_ACCEPT_API=1 dotnet "
                + $"test tests/DodoUpsell.Tests --filter PublicApiTests\n{Difference(expected, actual)}"
        );
    }

    private static string Difference(string expected, string actual)
    {
        var before = expected.ReplaceLineEndings("\n").Split('\n');
        var after = actual.Split('\n');
        return string.Join(
            '\n',
            before
                .Except(after)
                .Select(line => "- " + line)
                .Concat(after.Except(before).Select(line => "+ " + line))
                .Take(40)
        );
    }
}
