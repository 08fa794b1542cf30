using System.CommandLine;
using System.Globalization;

namespace DodoUpsell.Emulator.Tool;

/// <summary>Runs the server, from the ready line to the signal that ends it.</summary>
internal static class ServerRun
{
    public static async Task<int> RunAsync(
        ToolSettings settings,
        InvocationConfiguration console,
        CancellationToken cancellationToken
    )
    {
        using var end = new EndSignal();
        try
        {
            var emulator = new DodoEmulator(settings.Emulator);
            var server = await emulator.StartServerAsync(settings.Port, cancellationToken).ConfigureAwait(false);
            await using (server.ConfigureAwait(false))
            {
                var seed = settings.Emulator.Seed.ToString().ToLower(CultureInfo.InvariantCulture);
                await console
                    .Output.WriteLineAsync($"dodo-emulator is ready: {server.BaseAddress} seed={seed}")
                    .ConfigureAwait(false);
                if (settings is { TellsWebhookSecret: true, Emulator.Webhook: { } webhook })
                    await console
                        .Output.WriteLineAsync($"webhooks are signed with {webhook.Secret}")
                        .ConfigureAwait(false);

                await console.Output.FlushAsync(cancellationToken).ConfigureAwait(false);
                await end.Received.ConfigureAwait(false);
                return 0;
            }
        }
        catch (IOException error)
        {
            await console
                .Error.WriteLineAsync($"dodo-emulator cannot listen on port {settings.Port}: {error.Message}")
                .ConfigureAwait(false);
            return 1;
        }
    }
}
