using System.Net;

namespace DodoUpsell.Http;

/// <summary>The connections of a client that brings none of its own.</summary>
internal static class DodoHttp
{
    /// <summary>Time belongs to one owner, the transport, so HttpClient's own limit is off.</summary>
    public static HttpClient NewClient() => new GuardedHttpClient(NewHandler()) { Timeout = Timeout.InfiniteTimeSpan };

    public static SocketsHttpHandler NewHandler() =>
        new()
        {
            // A 307 would send a charge again.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(10),

            // A pooled connection never asks DNS again; this is how a moved address is noticed.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            Proxy = new EnvironmentProxy(),
            UseCookies = false,
        };
}
