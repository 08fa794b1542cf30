using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace NativeFloor;

/// <summary>The calls of the flow, with source-generated JSON that is read from the stream, and an error check.</summary>
internal sealed class ApiClient(HttpClient http)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Get, path), type);

    public Task<T> PostAsync<T>(string path, CheckoutRequest body, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, ApiJson.Default.CheckoutRequest));
        content.Headers.ContentType = Json;
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = content }, type);
    }

    private async Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type)
    {
        using var sent = request;
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var body = await response.Content.ReadAsStreamAsync();
        if (!response.IsSuccessStatusCode)
        {
            var error = await JsonSerializer.DeserializeAsync(body, ApiJson.Default.ApiError);
            throw new ApiException(response.StatusCode, error?.Code, error?.Message);
        }

        return await JsonSerializer.DeserializeAsync(body, type)
            ?? throw new ApiException(response.StatusCode, null, "The response body is null.");
    }
}

internal sealed class ApiException(HttpStatusCode status, string? code, string? message) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    public string? Code { get; } = code;
}
