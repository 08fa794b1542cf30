namespace DodoUpsell.Samples.Tests;

/// <summary>What the samples print, wherever they run and wherever it goes.</summary>
public sealed class SampleOutputTests
{
    // Whatever the tests themselves run with.
    private static readonly KeyValuePair<string, string> English = new("LC_ALL", "en_US.UTF-8");
    private static readonly KeyValuePair<string, string> WithCultures = new(
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT",
        "0"
    );

    [Theory]
    [InlineData("PostPurchaseUpsell", "Due now US$15.20")]
    [InlineData("CrossSell", "Charged: US$49.00, payment")]
    [InlineData("PlanChange", "You pay US$50.00 now")]
    public async Task Is_the_same_in_every_culture_and_without_one(string sample, string expected)
    {
        var english = await SampleProcess.RunAsync(sample, [], English, WithCultures);
        var german = await SampleProcess.RunAsync(
            sample,
            [],
            KeyValuePair.Create("LC_ALL", "de_DE.UTF-8"),
            WithCultures
        );
        var invariant = await SampleProcess.RunAsync(
            sample,
            [],
            KeyValuePair.Create("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")
        );

        Assert.Equal((0, ""), (english.ExitCode, english.Errors));
        Assert.Equal((0, ""), (german.ExitCode, german.Errors));
        Assert.Equal((0, ""), (invariant.ExitCode, invariant.Errors));
        Assert.Contains(expected, english.Output, StringComparison.Ordinal);
        Assert.Equal(english.Output, german.Output);
        Assert.Equal(english.Output, invariant.Output);
    }

    [Fact]
    public async Task Of_an_explanation_is_why_each_rule_is_not_offered()
    {
        var run = await SampleProcess.RunAsync("PostPurchaseUpsell", ["--explain"], English, WithCultures);

        Assert.Contains("cheaper: OnlyAsDownsell", run.Output, StringComparison.Ordinal);
        Assert.Contains("ebook: CoolOff", run.Output, StringComparison.Ordinal);
        Assert.Contains("No offer. ChainEnded", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Of_the_first_upsell_is_that_it_is_paid()
    {
        var run = await SampleProcess.RunAsync("FirstUpsell", [], English, WithCultures);

        Assert.Equal(new SampleRun(0, $"Paid $19.00: deliver the product{Environment.NewLine}", ""), run);
    }

    [Theory]
    [InlineData("PostPurchaseUpsell")]
    [InlineData("CrossSell")]
    [InlineData("PlanChange")]
    public async Task Is_plain_text_in_a_pipe(string sample)
    {
        var run = await SampleProcess.RunAsync(sample, []);

        Assert.DoesNotContain("\e", run.Output, StringComparison.Ordinal);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Has_colours_in_a_terminal_and_green_is_for_what_succeeded()
    {
        const string green = "\e[38;5;2m";
        Assert.SkipUnless(OperatingSystem.IsLinux(), "script, which makes the terminal, has other options elsewhere.");

        var run = await SampleProcess.RunInTerminalAsync("PlanChange");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains($"{green}Changed", run.Output, StringComparison.Ordinal);
        Assert.Contains("PaymentFailed", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain($"{green}PaymentFailed", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain($"{green}ActionRequired", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PostPurchaseUpsell")]
    [InlineData("CrossSell")]
    [InlineData("PlanChange")]
    public async Task Ends_quietly_when_nobody_reads_it_any_more(string sample)
    {
        using var process = SampleProcess.Start(sample);
        Assert.NotNull(await process.ReadLineAsync());

        process.StopReading();

        Assert.Equal((0, ""), await process.EndUnreadAsync());
    }
}
