using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DodoUpsell.Benchmarks.Floor;

/// <summary>
/// A client as a developer who cares about speed writes it without an SDK: one HttpClient, headers that are set once and
/// not parsed, bodies as bytes, source-generated JSON that is read from the stream, and an error check.
/// </summary>
internal sealed class FloorClient : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpClient _http;
    private readonly string _address;
    private readonly Uri _checkouts;

    /// <param name="handler">The connections, which the client does not dispose.</param>
    /// <param name="address">The base URL, without a slash at the end.</param>
    /// <param name="userAgent">The SDK's User-Agent, so that both sides send the same bytes.</param>
    public FloorClient(HttpMessageHandler handler, string address, string userAgent)
    {
        _address = address;
        _checkouts = new Uri(address + "/checkouts");
        _http = new HttpClient(handler, disposeHandler: false);
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", "Bearer benchmark");
        _http.DefaultRequestHeaders.TryAddWithoutValidation("Accept", "application/json");
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", userAgent);
    }

    public Task<CheckoutSession> CreateCheckoutSessionAsync(
        CheckoutRequest request,
        CancellationToken cancellationToken = default
    ) =>
        CreateCheckoutSessionAsync(
            JsonSerializer.SerializeToUtf8Bytes(request, FloorJson.Default.CheckoutRequest),
            cancellationToken
        );

    /// <summary>Sends a body that was serialized earlier.</summary>
    public Task<CheckoutSession> CreateCheckoutSessionAsync(
        byte[] request,
        CancellationToken cancellationToken = default
    )
    {
        var content = new ByteArrayContent(request);
        content.Headers.ContentType = Json;
        return SendAsync(
            new HttpRequestMessage(HttpMethod.Post, _checkouts) { Content = content },
            FloorJson.Default.CheckoutSession,
            cancellationToken
        );
    }

    public Task<Items<SavedPaymentMethod>> ListPaymentMethodsAsync(
        string customerId,
        CancellationToken cancellationToken = default
    ) =>
        GetAsync(
            $"{_address}/customers/{Uri.EscapeDataString(customerId)}/payment-methods",
            FloorJson.Default.ItemsSavedPaymentMethod,
            cancellationToken
        );

    public Task<Subscription> GetSubscriptionAsync(
        string subscriptionId,
        CancellationToken cancellationToken = default
    ) =>
        GetAsync(
            $"{_address}/subscriptions/{Uri.EscapeDataString(subscriptionId)}",
            FloorJson.Default.Subscription,
            cancellationToken
        );

    public Task<Items<Payment>> ListPaymentsAsync(int pageNumber, CancellationToken cancellationToken = default) =>
        GetAsync(
            $"{_address}/payments?page_size=100&page_number={pageNumber}",
            FloorJson.Default.ItemsPayment,
            cancellationToken
        );

    public void Dispose() => _http.Dispose();

    private Task<T> GetAsync<T>(string uri, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(uri)), type, cancellationToken);

    private async Task<T> SendAsync<T>(
        HttpRequestMessage request,
        JsonTypeInfo<T> type,
        CancellationToken cancellationToken
    )
    {
        using var sent = request;
        using var response = await _http.SendAsync(
            request,
            HttpCompletionOption.ResponseHeadersRead,
            cancellationToken
        );
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                await response.Content.ReadAsStringAsync(cancellationToken),
                null,
                response.StatusCode
            );
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await JsonSerializer.DeserializeAsync(body, type, cancellationToken)
            ?? throw new HttpRequestException("The response body is null.");
    }
}
