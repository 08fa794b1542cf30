using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace DodoUpsell.Emulator.Wire;

/// <summary>
/// Refuses requests that pages of other sites make a browser send. Listening on loopback excludes other machines, but
/// not the browser on this one: it sends any page's requests here, and a page whose host name was pointed at 127.0.0.1
/// could even read the responses.
/// </summary>
internal sealed class SiteGuard(DodoEmulatorOptions options)
{
    private const string FetchSite = "Sec-Fetch-Site";
    private const string FetchMode = "Sec-Fetch-Mode";
    private const string FetchDestination = "Sec-Fetch-Dest";

    /// <summary>Returns the refusal, or null if the request may be handled.</summary>
    public ApiException? Check(HttpRequest request, WireRequest wire)
    {
        if (!IsOwnHost(request.Host.Host))
        {
            return Refusal(
                $"requests for the host `{request.Host.Host}` are refused, because any web page could point a host "
                    + $"name at this machine; use localhost or 127.0.0.1, or allow the name with --allow-host or "
                    + $"DodoEmulatorOptions.AllowedHosts"
            );
        }

        if (
            wire.IsControl ? IsForeign(request) && !IsLinkFollowed(request) : IsForgeable(request) && IsForeign(request)
        )
        {
            return Refusal(
                "a page of another site sent this request; only programs and the emulator's own pages may use the "
                    + "control API and the forms of the emulator's pages"
            );
        }

        return null;
    }

    private static ApiException Refusal(string message) => new(403, ErrorCodes.Forbidden, message);

    // A page without permission cannot send an API key. Requests that only read are safe: other sites do not see the
    // response.
    private static bool IsForgeable(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && !request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase);

    // A link to the state page may be followed from another site, which cannot see the page.
    private static bool IsLinkFollowed(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Headers[FetchMode] == "navigate"
        && request.Headers[FetchDestination] == "document";

    private bool IsOwnHost(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address))
        || options.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase)
        || (options.HostedPageAddress?.Host.Equals(host, StringComparison.OrdinalIgnoreCase) ?? false);

    // Another port of the same host is another origin, although browsers call it the same site.
    private bool IsForeign(HttpRequest request) =>
        request.Headers[FetchSite].Any(site => site is not ("same-origin" or "none"))
        || request.Headers[HeaderNames.Origin].Any(origin => !IsOwnOrigin(request, origin));

    private bool IsOwnOrigin(HttpRequest request, string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var origin)
        // The scheme may differ: a proxy in front of the server may have terminated TLS.
        && (
            origin.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase)
            || origin.Authority.Equals(options.HostedPageAddress?.Authority, StringComparison.OrdinalIgnoreCase)
        );
}
