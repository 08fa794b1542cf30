using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using DodoUpsell.Emulator;
using DodoUpsell.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Tests.Conventions;

/// <summary>What people read has the form of .NET documentation, and fits a screen.</summary>
public sealed partial class ProseConventionTests
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(IDodoClient).Assembly,
        typeof(DodoUpsellDbContext).Assembly,
        typeof(DodoUpsell.AspNetCore.ICustomerResolver).Assembly,
        typeof(DodoUpsellFeatureManagementBuilderExtensions).Assembly,
        typeof(DodoEmulator).Assembly,
    ];

    [Fact]
    public void Summaries_of_properties_begin_with_Gets()
    {
        var summaries = Summaries('P', member => Property(member) is { } property && IsInstance(property));

        Assert.True(summaries.Count > 1000, $"{summaries.Count} summaries were found.");
        Assert.DoesNotContain(summaries, pair => !pair.Value.StartsWith("Gets ", StringComparison.Ordinal));
    }

    [Fact]
    public void Summaries_of_methods_begin_with_a_verb_in_the_third_person()
    {
        var summaries = Summaries('M', member => !member.Contains("#ctor", StringComparison.Ordinal));

        Assert.True(summaries.Count > 200, $"{summaries.Count} summaries were found.");
        Assert.DoesNotContain(summaries, pair => !Verb().IsMatch(pair.Value));
    }

    [Fact]
    public void No_line_of_code_is_over_160_columns()
    {
        var files = new[] { "src", "tests", "samples", "benchmarks" }
            .SelectMany(folder =>
                Directory.EnumerateFiles(RepositoryFolder.PathOf(folder), "*.cs", SearchOption.AllDirectories)
            )
            .Where(file => !Generated().IsMatch(file))
            .ToList();
        var lines = files.SelectMany(file =>
            File.ReadLines(file).Select((line, index) => (Place: $"{file}({index + 1})", line.Length))
        );

        Assert.True(files.Count > 1000, $"{files.Count} files were found.");
        Assert.Empty(lines.Where(line => line.Length > 160).Select(line => line.Place));
    }

    private static Dictionary<string, string> Summaries(char kind, Func<string, bool> isMeant) =>
        Assemblies
            .SelectMany(assembly =>
                XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member")
            )
            .Select(member => (Name: (string)member.Attribute("name")!, Summary: member.Element("summary")))
            .Where(member => member.Name[0] == kind && member.Summary is not null)
            .Where(member => Owner(member.Name) is { IsVisible: true } && isMeant(member.Name))
            .ToDictionary(member => member.Name, member => Text(member.Summary!), StringComparer.Ordinal);

    private static string Text(XElement summary) => Spaces().Replace(summary.Value, " ").Trim();

    private static Type? Owner(string member)
    {
        var name = member[2..].Split('(')[0];
        name = name[..name.LastIndexOf('.')];
        return Assemblies
            .SelectMany(assembly => assembly.GetTypes())
            .FirstOrDefault(type => type.FullName?.Replace('+', '.') == name);
    }

    private static PropertyInfo? Property(string member) =>
        Owner(member)!
            .GetProperty(
                member[(member.LastIndexOf('.') + 1)..],
                BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly
            );

    // The text of a positional record's property is the one of its parameter.
    private static bool IsInstance(PropertyInfo property) =>
        property.GetMethod is { IsStatic: false, IsPublic: true }
        && !property
            .DeclaringType!.GetConstructors()
            .Any(made => made.GetParameters().Any(p => p.Name == property.Name));

    [GeneratedRegex(@"^(Tries|[A-Z][a-z]+s)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Verb();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\\/](obj|bin|node_modules)[\\/]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Generated();
}
