using System.Net;
using System.Text;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>
/// What one writes in an afternoon, and what the measured clients do: send again whatever failed, paste ids, follow
/// redirects.
/// </summary>
/// <remarks>
/// It is here so that each fault is first seen to happen; a test that could not fail would prove nothing.
/// </remarks>
internal sealed class NaiveClient(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    public async Task<string> PostAsync(string path, string json)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var response = await _http.PostAsync(
                    path,
                    new StringContent(json, Encoding.UTF8, "application/json")
                );
                var mayRetry =
                    response.StatusCode
                        is HttpStatusCode.RequestTimeout
                            or HttpStatusCode.Conflict
                            or HttpStatusCode.TooManyRequests
                            or >= HttpStatusCode.InternalServerError
                    || response.Headers.Contains("X-Should-Retry");
                if (attempt == 3 || !mayRetry)
                    return await response.Content.ReadAsStringAsync();
            }
            catch (HttpRequestException) when (attempt < 3)
            {
                // Send it again.
            }
        }
    }

    public Task<string> GetCustomerAsync(string id) => _http.GetStringAsync($"/customers/{id}");

    public void Dispose() => _http.Dispose();
}
