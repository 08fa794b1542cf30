using DodoUpsell.Emulator;

namespace UpsellShop;

/// <summary>
/// The emulator in the place of the API: no account, no key, no real money. It runs inside this program, or elsewhere if
/// the setting <c>Emulator</c> has its address, so that several nodes of the shop share one.
/// </summary>
internal static class Demo
{
    /// <summary>Returns the address of the API, and the emulator if it runs inside this program.</summary>
    /// <exception cref="InvalidOperationException">A database would outlive the emulator.</exception>
    public static async Task<(Uri Api, DodoEmulatorServer? Server)> StartAsync(IConfiguration settings, Uri shop)
    {
        if (settings["Emulator"] is { } emulator)
            return (new Uri(emulator), null);
        if (settings["Database"] is not null)
            throw new InvalidOperationException(
                "Set --Emulator, too: an emulator inside this program would forget at its end what the database keeps. "
                    + "Start one that stays: dotnet run --project src/DodoUpsell.Emulator.Tool -- --port 4010 "
                    + $"--webhook-url {new Uri(shop, "/webhooks/dodo")}, then add --Emulator http://127.0.0.1:4010"
            );
        var inside = new DodoEmulator(
            new DodoEmulatorOptions
            {
                TimeSource = TimeProvider.System,
                IdSeed = Random.Shared.Next(),
                Webhook = new EmulatedWebhook(new Uri(shop, "/webhooks/dodo")),
            }
        );
        var server = await inside.StartServerAsync();
        return (server.BaseAddress, server);
    }
}
