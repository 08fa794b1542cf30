using System.Net;
using System.Text.RegularExpressions;

namespace DodoUpsell.Emulator.Tests.Pages;

/// <summary>What a browser does with a page: it reads it and sends its form. It carries no API key.</summary>
internal sealed class Browser : IDisposable
{
    private readonly HttpClient _http;

    public Browser(HttpMessageHandler handler) => _http = new HttpClient(handler);

    public Task<Page> Open(string address) => Send(new HttpRequestMessage(HttpMethod.Get, address));

    public Task<Page> Submit(string address, params (string Name, string Value)[] fields) =>
        Send(
            new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent(
                    fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
                ),
            }
        );

    public Task<Page> PayByCard(string address, string number, params (string Name, string Value)[] more) =>
        Submit(address, [("card_number", number), ("card_expiry", "06/32"), ("card_cvc", "123"), .. more]);

    public void Dispose() => _http.Dispose();

    private async Task<Page> Send(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
            return new Page(
                response.StatusCode,
                response.Headers.Location,
                response.Headers.TryGetValues("Content-Security-Policy", out var policy) ? policy.Single() : null,
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            );
        }
    }
}

internal sealed record Page(HttpStatusCode Status, Uri? Location, string? Policy, string Markup)
{
    public string Text =>
        WebUtility.HtmlDecode(Regex.Replace(Markup, "<[^>]*>", " ", RegexOptions.None, TimeSpan.FromSeconds(1)));

    public IReadOnlyDictionary<string, string> ReturnParameters =>
        Location!
            .Query.TrimStart('?')
            .Split('&')
            .Select(pair => pair.Split('='))
            .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);

    public void IsError(HttpStatusCode status, string code)
    {
        Assert.Equal(status, Status);
        Assert.Contains(code, Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", Markup, StringComparison.Ordinal);
    }
}
