using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace DodoUpsell.Dashboard.Http;

/// <summary>The addresses of the back office, behind whatever path base and prefix the request came through.</summary>
/// <param name="root">The path before the page's own, encoded.</param>
/// <param name="brand">The key of the brand that the links keep, or null.</param>
internal sealed class DashboardLinks(string root, string? brand)
{
    /// <summary>Returns the links of a request, or null if its path is not a path of this site.</summary>
    /// <param name="request">The request.</param>
    /// <param name="page">The path of the endpoint within the back office.</param>
    /// <param name="brand">The key of the brand that was asked for, or null.</param>
    public static DashboardLinks? Of(HttpRequest request, string page, string? brand)
    {
        var path = (request.Path.Value ?? "").TrimEnd('/');
        if (!path.EndsWith(page, StringComparison.OrdinalIgnoreCase))
            return null;
        var root = request.PathBase.Add(new PathString(path[..^page.Length])).ToUriComponent();
        return root.StartsWith("//", StringComparison.Ordinal) ? null : new(root, brand);
    }

    /// <summary>Returns the links of another brand.</summary>
    public DashboardLinks With(string? other) => new(root, other);

    /// <summary>Returns the address of a page, with the parameters that are not null.</summary>
    public string To(string page, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var query = new QueryBuilder();
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
                query.Add(name, value);
        }

        if (brand is not null)
            query.Add("brand", brand);
        var path = root + page;
        return (path.Length == 0 ? "/" : path) + query.ToQueryString().Value;
    }

    public string Overview => To("");

    /// <summary>Gets the address of the style, which is the same for all brands.</summary>
    public string Style => root + Stylesheet.Path;

    public string Charge(ChargeKey key) => To("/charge", ("key", key.Value));

    public string Delivery(string id) => To("/delivery", ("id", id));

    public string Settlement(string id) => To("/settlement", ("id", id));

    public string Withdrawal(string id) => To("/withdrawal", ("id", id));

    public string Receipt(string offerId) => To("/receipts", ("offer", offerId));
}
