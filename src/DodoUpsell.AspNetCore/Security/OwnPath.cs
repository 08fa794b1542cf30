using Microsoft.AspNetCore.Http;

namespace DodoUpsell.AspNetCore.Security;

/// <summary>Addresses that the server configured. Nothing of a request becomes a part of them, except a checked id.</summary>
internal static class OwnPath
{
    public const string Id = "{id}";

    /// <summary>Returns whether a browser stays on this site if it is sent to the path.</summary>
    public static bool IsOwn(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && IsVisible(path);

    /// <summary>Returns whether the text is a scheme and host, with or without a port, and nothing else.</summary>
    public static bool IsOrigin(string? value) =>
        value is not null
        && IsVisible(value)
        && Uri.TryCreate(value, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && string.Equals(value, $"{uri.Scheme}://{uri.Authority}", StringComparison.OrdinalIgnoreCase);

    // Neither white space nor control characters, which could begin another header.
    private static bool IsVisible(string text)
    {
        foreach (var c in text)
        {
            if (c is < '!' or > '~' or '\\')
                return false;
        }

        return true;
    }

    /// <summary>Returns the path with the path base of the request and the id.</summary>
    public static string Of(HttpRequest request, string path, string id) =>
        request.PathBase.ToUriComponent() + path.Replace(Id, Uri.EscapeDataString(id), StringComparison.Ordinal);

    /// <summary>Returns the address to which a payment page sends the customer back, or null if there is no host.</summary>
    public static string? Absolute(HttpRequest request, string? publicOrigin, string path, string id)
    {
        var origin = publicOrigin ?? $"{request.Scheme}://{request.Host.Value}";
        return IsOrigin(origin) ? origin + Of(request, path, id) : null;
    }

    /// <summary>Returns whether the API's address can be opened: over https, or on this machine.</summary>
    public static bool IsPage(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}
