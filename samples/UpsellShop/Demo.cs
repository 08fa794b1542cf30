using DodoUpsell.Emulator;

namespace UpsellShop;

/// <summary>
/// The emulator in the place of the API: no account, no key, no real money. It runs inside this program, or elsewhere if
/// the setting <c>Emulator</c> has its address, so that several nodes of the shop share one.
/// </summary>
internal static class Demo
{
    /// <summary>Returns the address of the API, and the emulator if it runs inside this program.</summary>
    public static async Task<(Uri Api, DodoEmulatorServer? Server)> StartAsync(string? emulator, Uri shop)
    {
        if (emulator is not null)
            return (new Uri(emulator), null);
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
