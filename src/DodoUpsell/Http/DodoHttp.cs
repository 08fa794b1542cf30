using System.Net;

namespace DodoUpsell.Http;

/// <summary>Creates the connections of a client that does not use the caller's.</summary>
internal static class DodoHttp
{
    /// <summary>
    /// Creates a client without a timeout of its own, because the transport enforces all time limits.
    /// </summary>
    public static HttpClient NewClient() => new GuardedHttpClient(NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    public static SocketsHttpHandler NewHandler() =>
        new()
        {
            // Following a 307 would send a charge again.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),

            // A pooled connection does not query DNS again. This lifetime ensures that address changes are noticed.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            Proxy = new EnvironmentProxy(),
            UseCookies = false,
        };
}
