using Microsoft.AspNetCore.Http;

namespace DodoUpsell.AspNetCore.Security;

/// <summary>The headers that responses about a person carry.</summary>
internal static class ResponseHeaders
{
    /// <summary>Nothing may store the response, guess its type or show it in a frame.</summary>
    public static void Personal(HttpResponse response)
    {
        var headers = response.Headers;
        headers.CacheControl = "no-store";
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    /// <summary>
    /// As <see cref="Personal"/>, for a page of HTML: it runs no script, posts only to its own site and has the styles
    /// of the given hash or nonce only.
    /// </summary>
    /// <param name="response">The response.</param>
    /// <param name="styleSource">The source of styles, such as <c>'sha256-…'</c> or <c>'self'</c>.</param>
    public static void Page(HttpResponse response, string styleSource = "'none'")
    {
        Personal(response);
        response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src {styleSource}; img-src 'self' data:; form-action 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'";
    }
}
