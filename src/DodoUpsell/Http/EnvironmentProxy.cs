using System.Net;

namespace DodoUpsell.Http;

/// <summary>The proxy that the environment names, for every address but this machine's own.</summary>
/// <remarks>
/// Plain http is allowed to loopback addresses because it stays on the machine; <c>http_proxy</c> would take the key
/// elsewhere.
/// </remarks>
internal sealed class EnvironmentProxy : IWebProxy
{
    public ICredentials? Credentials
    {
        get => HttpClient.DefaultProxy.Credentials;
        set => HttpClient.DefaultProxy.Credentials = value;
    }

    public Uri? GetProxy(Uri destination) =>
        IsBypassed(destination) ? null : HttpClient.DefaultProxy.GetProxy(destination);

    public bool IsBypassed(Uri host) => host.IsLoopback || HttpClient.DefaultProxy.IsBypassed(host);
}
