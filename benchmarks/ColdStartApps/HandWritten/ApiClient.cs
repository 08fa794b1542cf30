using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace HandWritten;

/// <summary>The two calls, with source-generated JSON that is read from the stream, and an error check.</summary>
internal sealed class ApiClient(HttpClient http)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public Task<PaymentMethods> ListPaymentMethodsAsync(string customerId) =>
        SendAsync(
            new HttpRequestMessage(HttpMethod.Get, $"customers/{Uri.EscapeDataString(customerId)}/payment-methods"),
            ApiJson.Default.PaymentMethods
        );

    public Task<CheckoutSession> CreateCheckoutSessionAsync(CheckoutRequest request)
    {
        var content = new ByteArrayContent(
            JsonSerializer.SerializeToUtf8Bytes(request, ApiJson.Default.CheckoutRequest)
        );
        content.Headers.ContentType = Json;
        return SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "checkouts") { Content = content },
            ApiJson.Default.CheckoutSession
        );
    }

    private async Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type)
    {
        using var sent = request;
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (!response.IsSuccessStatusCode)
        {
            throw new HttpRequestException(
                await response.Content.ReadAsStringAsync(),
                inner: null,
                response.StatusCode
            );
        }

        await using var body = await response.Content.ReadAsStreamAsync();
        return await JsonSerializer.DeserializeAsync(body, type)
            ?? throw new HttpRequestException("The response body is null.");
    }
}
