using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;

namespace DodoUpsell.Benchmarks.Floor;

/// <summary>
/// A client as an experienced developer writes it without an SDK: one HttpClient, source-generated JSON and an error
/// check.
/// </summary>
internal sealed class FloorClient : IDisposable
{
    private readonly HttpClient _http;

    public FloorClient(HttpMessageHandler handler)
    {
        _http = new HttpClient(handler) { BaseAddress = new Uri("https://test.dodopayments.com") };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "benchmark");
    }

    public Task<CheckoutSession> CreateCheckoutSessionAsync(
        CheckoutRequest request,
        CancellationToken cancellationToken = default
    ) =>
        PostAsync(
            "/checkouts",
            request,
            FloorJson.Default.CheckoutRequest,
            FloorJson.Default.CheckoutSession,
            cancellationToken
        );

    public Task<Items<SavedPaymentMethod>> ListPaymentMethodsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    ) =>
        GetAsync(
            $"/customers/{Uri.EscapeDataString(customerId)}/payment-methods",
            FloorJson.Default.ItemsSavedPaymentMethod,
            cancellationToken
        );

    public Task<Subscription> GetSubscriptionAsync(
        string subscriptionId,
        CancellationToken cancellationToken = default
    ) =>
        GetAsync(
            $"/subscriptions/{Uri.EscapeDataString(subscriptionId)}",
            FloorJson.Default.Subscription,
            cancellationToken
        );

    public Task<Items<Payment>> ListPaymentsAsync(int pageNumber, CancellationToken cancellationToken = default) =>
        GetAsync(
            $"/payments?page_size=100&page_number={pageNumber}",
            FloorJson.Default.ItemsPayment,
            cancellationToken
        );

    public void Dispose() => _http.Dispose();

    private async Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return await ReadAsync(response, type, cancellationToken);
    }

    private async Task<TAnswer> PostAsync<TBody, TAnswer>(
        string path,
        TBody body,
        JsonTypeInfo<TBody> bodyType,
        JsonTypeInfo<TAnswer> answerType,
        CancellationToken cancellationToken
    )
    {
        using var response = await _http.PostAsJsonAsync(path, body, bodyType, cancellationToken);
        return await ReadAsync(response, answerType, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(
        HttpResponseMessage response,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                await response.Content.ReadAsStringAsync(cancellationToken),
                null,
                response.StatusCode
            );
        }

        return await response.Content.ReadFromJsonAsync(type, cancellationToken)
            ?? throw new HttpRequestException("The response body is null.");
    }
}
