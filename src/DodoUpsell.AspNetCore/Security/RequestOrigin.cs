using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace DodoUpsell.AspNetCore.Security;

/// <summary>Specifies what a request's headers say about the site it was made from.</summary>
internal enum OriginVerdict
{
    /// <summary>The app's own pages, a trusted origin, or the user by hand.</summary>
    Own,

    /// <summary>Another site.</summary>
    Other,

    /// <summary>The headers do not say, as in requests of apps that are not browsers.</summary>
    Unknown,
}

/// <summary>
/// Tells which site a request was made from, by <c>Sec-Fetch-Site</c> and, where a browser does not send it, by
/// <c>Origin</c>. Pages cannot set either of them.
/// </summary>
internal static class RequestOrigin
{
    public static OriginVerdict Of(HttpRequest request, ICollection<string> trusted)
    {
        var site = request.Headers["Sec-Fetch-Site"];
        var origin = request.Headers.Origin;
        if (site.Count > 1 || origin.Count > 1)
            return OriginVerdict.Other;
        if (IsTrusted(origin, trusted))
            return OriginVerdict.Own;
        if (site.Count == 1)
            return site[0] is "same-origin" or "none" ? OriginVerdict.Own : OriginVerdict.Other;
        if (origin.Count == 0)
            return OriginVerdict.Unknown;
        return IsOwn(origin[0], request) ? OriginVerdict.Own : OriginVerdict.Other;
    }

    /// <summary>
    /// Returns whether a request carries a token that no browser adds by itself, so that another site cannot have made
    /// it.
    /// </summary>
    public static bool CarriesToken(HttpRequest request) =>
        request.Headers.Authorization is [{ } value]
        && (
            value.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            || value.StartsWith("DPoP ", StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsTrusted(StringValues origin, ICollection<string> trusted)
    {
        if (origin is not [{ } value])
            return false;
        foreach (var one in trusted)
        {
            if (string.Equals(one, value, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    // A proxy that ends TLS leaves http in the request and https in the origin. The reverse is another site.
    private static bool IsOwn(string? origin, HttpRequest request)
    {
        if (origin is null || !request.Host.HasValue)
            return false;
        var host = request.Host.Value;
        return string.Equals(origin, $"https://{host}", StringComparison.OrdinalIgnoreCase)
            || (!request.IsHttps && string.Equals(origin, $"http://{host}", StringComparison.OrdinalIgnoreCase));
    }
}
