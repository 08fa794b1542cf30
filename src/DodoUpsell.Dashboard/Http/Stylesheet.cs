using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace DodoUpsell.Dashboard.Http;

/// <summary>The one style of all pages. Its address changes with its content, so browsers can keep it.</summary>
internal static class Stylesheet
{
    private static readonly byte[] Content = Read();

    /// <summary>Gets the path within the back office.</summary>
    public static string Path { get; } =
        $"/dashboard.{Convert.ToHexStringLower(SHA256.HashData(Content).AsSpan(0, 8))}.css";

    public static async Task WriteAsync(HttpContext http)
    {
        SecurityHeaders.Set(http.Response);
        http.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        http.Response.ContentType = "text/css; charset=utf-8";
        http.Response.ContentLength = Content.Length;
        await http.Response.Body.WriteAsync(Content, http.RequestAborted).ConfigureAwait(false);
    }

    private static byte[] Read()
    {
        using var stream = typeof(Stylesheet).Assembly.GetManifestResourceStream("dashboard.css")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
