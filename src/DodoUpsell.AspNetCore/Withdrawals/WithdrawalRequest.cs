using System.Globalization;
using DodoUpsell.AspNetCore.Security;
using Microsoft.AspNetCore.Http;

namespace DodoUpsell.AspNetCore.Withdrawals;

/// <summary>What a request to the withdrawal endpoints has proved, and how it wants to be answered.</summary>
internal sealed record WithdrawalRequest(WithdrawalAccess Access, string? Link)
{
    public static WithdrawalRequest Of(HttpContext http) =>
        http.Features.Get<WithdrawalRequest>()
        ?? throw new InvalidOperationException("The endpoint has no filter that resolves the access.");

    /// <summary>Returns whether a browser shows the answer: it navigates, or posts a form.</summary>
    public static bool WantsPage(HttpContext http) =>
        RequestBody.KindOf(http.Request) == BodyKind.Form
        || (
            RequestBody.KindOf(http.Request) != BodyKind.Json
            && http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        );

    public static CultureInfo CultureOf(HttpContext http) => Endpoints.CultureOf(http) ?? CultureInfo.CurrentUICulture;

    /// <summary>
    /// Returns the path of the endpoints, which the routing has matched, without the last segments of the request's path.
    /// </summary>
    public static string BaseOf(HttpContext http, int segments)
    {
        var path = (http.Request.PathBase + http.Request.Path).ToUriComponent().TrimEnd('/');
        for (var i = 0; i < segments; i++)
            path = path[..path.LastIndexOf('/')];
        return OwnPath.IsOwn(path)
            ? path
            : throw new InvalidOperationException("The path of the withdrawal endpoints is not a path of this app.");
    }

    /// <summary>Returns a path with the link of the guest, if there is one.</summary>
    public string Address(string path, string? query = null)
    {
        var link = Link is null ? null : $"{WithdrawalLinks.QueryName}={Uri.EscapeDataString(Link)}";
        var all = string.Join('&', new[] { query, link }.Where(part => part is not null));
        return all.Length == 0 ? path : $"{path}?{all}";
    }

    public override string ToString() => nameof(WithdrawalRequest);
}
