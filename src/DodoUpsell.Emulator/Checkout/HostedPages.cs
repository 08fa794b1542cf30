using DodoUpsell.Emulator.Engine;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>The addresses of the pages that people see.</summary>
internal static class HostedPages
{
    public static string Session(World world, Uri origin, string sessionId) =>
        Page(world, origin, $"session/{sessionId}");

    public static string Payment(World world, Uri origin, string paymentId) => Page(world, origin, $"pay/{paymentId}");

    public static string Portal(World world, Uri origin, string sessionId) =>
        Page(world, origin, $"portal/{sessionId}");

    private static string Page(World world, Uri origin, string path) =>
        new Uri(world.Options.HostedPageAddress ?? world.Origins.Of(origin), path).AbsoluteUri;
}
