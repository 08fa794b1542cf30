using System.Text.RegularExpressions;
using DodoUpsell.Emulator;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>
/// Row 19: trimmed and native builds warned hundreds of times and crashed. Native compilation trims first and then
/// warns of more, so it proves both.
/// </summary>
public sealed partial class Trimmed_and_native_apps_run
{
    // As measured (benchmarks/README.md), and a quarter more: it is there to notice a dependency that drags half a
    // framework in.
    private const long LargestApp = 12_500_000;

    [Fact(Timeout = 15 * 60 * 1000)]
    public async Task A_native_app_builds_without_a_warning_and_runs_a_whole_flow()
    {
        var stop = TestContext.Current.CancellationToken;
        using var app = await NativeApp.PublishAsync(stop);

        Assert.True(app.Publishing.ExitCode == 0, app.Publishing.Output);
        Assert.DoesNotMatch(Warning(), app.Publishing.Output);
        Assert.InRange(app.Size, 1, LargestApp);

        var emulator = new DodoEmulator();
        await using var server = await emulator.StartServerAsync(cancellationToken: stop);
        var run = await app.RunAsync(server.BaseAddress, stop);

        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Contains(
            $"payment {Assert.Single(emulator.Charges).PaymentId} succeeded",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [GeneratedRegex(
        @"\bIL[23]\d{3}\b|\bwarning\b(?! as error)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Warning();
}
