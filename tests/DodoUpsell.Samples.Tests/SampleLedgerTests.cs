namespace DodoUpsell.Samples.Tests;

/// <summary>The files that remember what was sold and offered.</summary>
public sealed class SampleLedgerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dodoupsell-samples-");

    [Theory]
    [InlineData("PostPurchaseUpsell", "--database", "Charged: US$19.00. Deliver")]
    [InlineData("CrossSell", "--ledger", "Charged: US$49.00, payment")]
    public async Task The_same_command_again_charges_nothing(string sample, string option, string taken)
    {
        string[] arguments = [option, PathOf("sold")];

        var first = await SampleProcess.RunAsync(sample, arguments);
        var second = await SampleProcess.RunAsync(sample, arguments);

        Assert.Equal((0, 0), (first.ExitCode, second.ExitCode));
        Assert.Contains(taken, first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Charged: nothing", first.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(taken, second.Output, StringComparison.Ordinal);
        Assert.Contains("Charged: nothing", second.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"name":"another-app","version":"1.0.0"}""")]
    [InlineData("""{"Records":null,"Locks":[],"Settlements":[]}""")]
    [InlineData("""{"Records":[null],"Locks":[],"Settlements":[]}""")]
    [InlineData("""{"Records":[{"Key":"order-1"}],"Locks":[],"Settlements":[]}""")]
    public async Task A_file_that_is_no_ledger_is_refused_and_left_as_it_is(string content)
    {
        var path = PathOf("other.json");
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);

        Refused(
            await SampleProcess.RunAsync("CrossSell", ["--ledger", path]),
            $"The ledger {path} was not written by this sample."
        );

        Assert.Equal(content, await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_folder_is_refused() =>
        Refused(
            await SampleProcess.RunAsync("CrossSell", ["--ledger", _folder.FullName]),
            $"The ledger {_folder.FullName} is a folder."
        );

    [Fact]
    public async Task A_folder_is_no_database() =>
        Refused(await SampleProcess.RunAsync("PostPurchaseUpsell", ["--database", _folder.FullName]), "SQLite Error");

    [Fact]
    public async Task A_path_that_cannot_be_written_is_refused() =>
        Refused(
            await SampleProcess.RunAsync("CrossSell", ["--ledger", PathOf("no", "such", "sold.json")]),
            "cannot be used: Could not find a part of the path"
        );

    [Fact]
    public async Task A_file_that_another_process_uses_is_refused()
    {
        using var other = new FileStream(
            PathOf("sold.json.lock"),
            FileMode.Create,
            FileAccess.ReadWrite,
            FileShare.None
        );

        Refused(await SampleProcess.RunAsync("CrossSell", ["--ledger", PathOf("sold.json")]), "cannot be used: ");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Refused(SampleRun run, string told)
    {
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains(told, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }

    private string PathOf(params string[] parts) => Path.Combine([_folder.FullName, .. parts]);
}
