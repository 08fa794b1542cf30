using DodoUpsell.Emulator.Engine;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>The URLs of the hosted pages.</summary>
internal static class HostedPages
{
    public static string Session(EmulatorState state, Uri origin, string sessionId) =>
        Page(state, origin, $"session/{sessionId}");

    public static string Payment(EmulatorState state, Uri origin, string paymentId) =>
        Page(state, origin, $"pay/{paymentId}");

    public static string Portal(EmulatorState state, Uri origin, string sessionId) =>
        Page(state, origin, $"portal/{sessionId}");

    private static string Page(EmulatorState state, Uri origin, string path) =>
        new Uri(state.Options.HostedPageAddress ?? state.Origins.Of(origin), path).AbsoluteUri;
}
