namespace DodoUpsell.Samples.Tests;

/// <summary>An option that is unknown, or would have no effect, is refused with a line that names it.</summary>
public sealed class SampleOptionTests
{
    private static readonly KeyValuePair<string, string> WithAccount = KeyValuePair.Create(
        "DODO_PAYMENTS_API_KEY",
        "a-key-for-nothing"
    );

    [Theory]
    [InlineData("PostPurchaseUpsell", "--databse=offers.db", "--databse")]
    [InlineData("PostPurchaseUpsell", "--database", "--database")]
    [InlineData("PostPurchaseUpsell", "--explain=perhaps", "perhaps")]
    [InlineData("CrossSell", "--ledgr=sold.json", "--ledgr")]
    [InlineData("CrossSell", "--live", "--live needs an account")]
    [InlineData("CrossSell", "--ledger=", "--ledger")]
    [InlineData("CrossSell", "--live=perhaps", "perhaps")]
    [InlineData("CrossSell", "sold.json", "sold.json")]
    [InlineData("CrossSell", "--product=pdt_1", "--product needs an account")]
    [InlineData("CrossSell", "--country=US", "--country needs an account")]
    [InlineData("PlanChange", "--ledger", "--ledger")]
    [InlineData("PlanChange", "--interactive", "--interactive asks questions, so it needs a terminal")]
    public async Task Without_an_account(string sample, string argument, string told) =>
        Refused(await SampleProcess.RunAsync(sample, [argument]), told);

    [Theory]
    [InlineData("CrossSell", "--customer cus_1", "--customer cus_… --product pdt_…")]
    [InlineData("CrossSell", "--product pdt_1", "--customer cus_… --product pdt_…")]
    [InlineData("CrossSell", "--customer cus_1 --product pdt_1 --live", "--ledger")]
    [InlineData(
        "CrossSell",
        "--customer cus_1 --product pdt_1 --country Germany",
        "'Germany' is not a two-letter country code"
    )]
    public async Task With_an_account(string sample, string arguments, string told) =>
        Refused(await SampleProcess.RunAsync(sample, arguments.Split(' '), WithAccount), told);

    private static void Refused(SampleRun run, string told)
    {
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(told, run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal("--help lists the options.", run.ErrorLines[^1]);
        Assert.Empty(run.Output);
    }
}
