using System.Xml.Linq;
using DodoUpsell.TestKit;

namespace DodoUpsell.Tests.Security;

/// <summary>Packages come from the one public source, whatever sources a machine knows besides it.</summary>
public sealed class PackageSourceTests
{
    [Fact]
    public void Every_package_is_mapped_to_the_public_source()
    {
        var config = XDocument.Load(RepositoryFolder.PathOf("nuget.config")).Root!;

        Assert.Equal(
            ["clear", "add"],
            config.Element("packageSources")!.Elements().Select(element => element.Name.LocalName)
        );
        Assert.Equal(
            "https://api.nuget.org/v3/index.json",
            config.Element("packageSources")!.Element("add")!.Attribute("value")!.Value
        );
        var mapping = config.Element("packageSourceMapping")!;
        Assert.NotNull(mapping.Element("clear"));
        var source = Assert.Single(mapping.Elements("packageSource"));
        Assert.Equal("nuget.org", source.Attribute("key")!.Value);
        Assert.Equal("*", Assert.Single(source.Elements("package")).Attribute("pattern")!.Value);
    }

    [Fact]
    public void Transitive_packages_are_audited_too() =>
        Assert.Equal(
            "all",
            XDocument
                .Load(RepositoryFolder.PathOf("Directory.Build.props"))
                .Descendants("NuGetAuditMode")
                .Single()
                .Value
        );
}
