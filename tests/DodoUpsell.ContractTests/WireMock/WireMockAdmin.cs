using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DodoUpsell.ContractTests.WireMock;

/// <summary>A client of the admin API of a running WireMock server.</summary>
public sealed class WireMockAdmin : IDisposable
{
    /// <summary>
    /// The header with the id of the test that sends a request, so that tests can run in parallel and each finds only
    /// its own requests.
    /// </summary>
    public const string TestIdHeader = "X-Test-Id";

    /// <summary>The header that selects a stub other than the successful one.</summary>
    public const string TestCaseHeader = "X-Test-Case";

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(25);

    private readonly HttpClient _http;

    /// <summary>Creates a client of the server at the given URL.</summary>
    public WireMockAdmin(Uri address)
    {
        Address = address;
        _http = new HttpClient { BaseAddress = new Uri(address, "__admin/") };
    }

    /// <summary>The base URL of the stubs.</summary>
    public Uri Address { get; }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>Waits until the admin API responds, which may be slightly later than the port is open.</summary>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken)
    {
        while (!await IsReadyAsync(cancellationToken))
            await Task.Delay(PollInterval, cancellationToken);
    }

    /// <summary>Returns the requests that a test sent, in the order of arrival.</summary>
    public async Task<IReadOnlyList<RecordedRequest>> RequestsOfAsync(
        string testId,
        CancellationToken cancellationToken
    )
    {
        var found = await PostAsync("requests/find", TestIdIs(testId), cancellationToken);
        return
        [
            .. found["requests"]!
                .AsArray()
                .Select(node => new RecordedRequest(node!.AsObject()))
                .OrderBy(request => request.LoggedAt),
        ];
    }

    /// <summary>Returns the reasons why no stub matched a test's requests.</summary>
    public async Task<IReadOnlyList<string>> NearMissesOfAsync(string testId, CancellationToken cancellationToken)
    {
        var found = await PostAsync("near-misses/request-pattern", TestIdIs(testId), cancellationToken);
        return [.. found["nearMisses"]!.AsArray().Select(node => node!.ToJsonString())];
    }

    /// <summary>Returns the loaded stubs.</summary>
    public async Task<IReadOnlyList<JsonObject>> StubsAsync(CancellationToken cancellationToken)
    {
        var all = await _http.GetFromJsonAsync<JsonObject>("mappings", cancellationToken);
        return [.. all!["mappings"]!.AsArray().Select(node => node!.AsObject())];
    }

    /// <summary>Adds a stub for a case that is not in the files and returns its id.</summary>
    public async Task<string> AddStubAsync(JsonObject stub, CancellationToken cancellationToken) =>
        (string)(await PostAsync("mappings", stub, cancellationToken))["id"]!;

    /// <summary>Removes a stub.</summary>
    public async Task RemoveStubAsync(string id, CancellationToken cancellationToken)
    {
        using var response = await _http.DeleteAsync(new Uri($"mappings/{id}", UriKind.Relative), cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private static JsonObject TestIdIs(string testId) =>
        new() { ["headers"] = new JsonObject { [TestIdHeader] = new JsonObject { ["equalTo"] = testId } } };

    private async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync(new Uri("health", UriKind.Relative), cancellationToken);
            return response.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task<JsonObject> PostAsync(string path, JsonObject body, CancellationToken cancellationToken)
    {
        using var response = await _http.PostAsJsonAsync(path, body, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>(cancellationToken))!;
    }
}
