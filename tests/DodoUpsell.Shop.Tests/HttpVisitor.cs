using System.Net;
using System.Text.RegularExpressions;

namespace DodoUpsell.Shop.Tests;

/// <summary>A user of the shop without a browser: cookies, forms and redirects over HTTP, on any of its nodes.</summary>
internal sealed partial class HttpVisitor : IDisposable
{
    private readonly HttpClient _http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            // One cookie for all nodes: they differ by port only.
            CookieContainer = new CookieContainer(),
        }
    );

    public void Dispose() => _http.Dispose();

    public async Task<string> PageAsync(Uri address)
    {
        using var response = await _http.GetAsync(address, TestContext.Current.CancellationToken);
        return await response
            .EnsureSuccessStatusCode()
            .Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Posts the form of a page that leads to an address, and returns where the answer leads.</summary>
    public async Task<(HttpStatusCode Status, Uri? Location)> PostAsync(
        Uri node,
        string page,
        string action,
        params (string Name, string Value)[] fields
    )
    {
        var form = FormOf(page, action);
        foreach (var (name, value) in fields)
            form[name] = value;
        using var content = new FormUrlEncodedContent(form);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(node, action)) { Content = content };
        request.Headers.Add("Origin", node.GetLeftPart(UriPartial.Authority));
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Headers.Location);
    }

    /// <summary>Returns the hidden fields of the form that posts to an address.</summary>
    public static Dictionary<string, string> FormOf(string page, string action)
    {
        var start = page.IndexOf($"action=\"{action}\"", StringComparison.Ordinal);
        Assert.True(start >= 0, $"No form posts to {action}.\n{page}");
        var form = page[start..page.IndexOf("</form>", start, StringComparison.Ordinal)];
        return Hidden()
            .Matches(form)
            .ToDictionary(
                field => field.Groups["name"].Value,
                field => WebUtility.HtmlDecode(field.Groups["value"].Value),
                StringComparer.Ordinal
            );
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"")]
    private static partial Regex Hidden();
}
