using System.Text.RegularExpressions;
using DodoUpsell.TestKit;

namespace DodoUpsell.Tests.Snippets;

/// <summary>
/// The code in the documentation is the code of tests: each block is a region in this folder, its like in another
/// suite, or a sample, to the letter.
/// </summary>
public sealed partial class SnippetTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_block_of_code_in_the_documentation_is_a_region_of_a_test()
    {
        var regions = Regions();
        var shown = new List<string>();
        foreach (var page in Pages())
        {
            var text = File.ReadAllText(page).ReplaceLineEndings("\n");
            if (Environment.GetEnvironmentVariable("DODOUPSELL_ACCEPT_SNIPPETS") == "1")
            {
                text = Marked()
                    .Replace(
                        text,
                        match =>
                            $"<!-- snippet: {match.Groups["name"].Value} "
                            + $"-->\n```csharp\n{regions[match.Groups["name"].Value]}\n```"
                    );
                File.WriteAllText(page, text);
            }

            var marked = Marked().Matches(text);
            Assert.True(
                marked.Count == CSharpBlock().Count(text),
                $"{page} has a block of C# without a snippet marker above it."
            );
            foreach (Match match in marked)
            {
                var name = match.Groups["name"].Value;
                Assert.True(
                    regions.TryGetValue(name, out var region),
                    $"{page} shows the snippet {name}, which no test has."
                );
                Assert.Equal(region, match.Groups["code"].Value);
                shown.Add(name);
            }
        }

        Assert.Empty(regions.Keys.Except(shown, StringComparer.Ordinal));
        Assert.True(shown.Count >= 5);
        output.WriteLine($"{shown.Count} of {shown.Count} blocks of code in the documentation are run by tests");
    }

    private static IEnumerable<string> Pages() =>
        Directory
            .EnumerateFiles(RepositoryFolder.PathOf("docs"), "*.md", SearchOption.AllDirectories)
            .Append(RepositoryFolder.PathOf("README.md"))
            .Append(RepositoryFolder.PathOf("CONTRIBUTING.md"));

    private static Dictionary<string, string> Regions()
    {
        var regions = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] suites = ["DodoUpsell.Tests", "DodoUpsell.StoreTests", "DodoUpsell.AspNetCore.Tests"];
        var programs = Directory.EnumerateFiles(
            RepositoryFolder.PathOf("samples"),
            "Program.cs",
            SearchOption.AllDirectories
        );
        foreach (
            var file in suites
                .SelectMany(suite =>
                    Directory.EnumerateFiles(RepositoryFolder.PathOf("tests", suite, "Snippets"), "*Snippets.cs")
                )
                .Concat(programs)
        )
        {
            foreach (Match match in Region().Matches(File.ReadAllText(file).ReplaceLineEndings("\n")))
            {
                regions.Add(match.Groups["name"].Value, Unindent(match.Groups["code"].Value));
            }
        }

        return regions;
    }

    private static string Unindent(string code)
    {
        var lines = code.Split('\n');
        var indent = lines.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart(' ').Length);
        return string.Join('\n', lines.Select(line => line.Length > indent ? line[indent..] : ""));
    }

    [GeneratedRegex(@"<!-- snippet: (?<name>[\w-]+) -->\n```csharp\n(?<code>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^```(?:csharp|cs|c#)", RegexOptions.Multiline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex(
        @"^ *#region (?<name>[\w-]+)\n(?<code>.*?)\n *#endregion",
        RegexOptions.Singleline | RegexOptions.Multiline
    )]
    private static partial Regex Region();
}
