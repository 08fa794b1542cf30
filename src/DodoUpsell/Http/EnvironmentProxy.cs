using System.Net;

namespace DodoUpsell.Http;

/// <summary>Uses the proxy of the environment variables for all addresses except loopback addresses.</summary>
/// <remarks>
/// Plain http is allowed for loopback addresses because it does not leave the machine; <c>http_proxy</c> would send the
/// key to another machine.
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
