namespace DodoUpsell.Emulator.Checkout;

/// <summary>The addresses of the pages that people see.</summary>
internal static class HostedPages
{
    public static string Session(DodoEmulatorOptions options, Uri origin, string sessionId)
        => Page(options, origin, $"session/{sessionId}");

    public static string Payment(DodoEmulatorOptions options, Uri origin, string paymentId)
        => Page(options, origin, $"pay/{paymentId}");

    public static string Portal(DodoEmulatorOptions options, Uri origin, string sessionId)
        => Page(options, origin, $"portal/{sessionId}");

    private static string Page(DodoEmulatorOptions options, Uri origin, string path)
        => new Uri(options.HostedPageAddress ?? origin, path).AbsoluteUri;
}
