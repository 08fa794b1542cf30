using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Http;

/// <summary>Reads the JSON of a response, and describes the problem if it cannot be read.</summary>
internal static class JsonBody
{
    public static string? Decode<T>(ApiResponse response, ReadJson<T> read, out T result)
        where T : class
    {
        result = default!;
        if (response.Body.IsEmpty)
            return "it has no body";
        try
        {
            return Take(ModelJson.Parse(response.Body.Span, read), out result);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return Why(response, typeof(T), e as JsonException);
        }
    }

    /// <summary>Reads a response with the caller's own serializer metadata.</summary>
    public static string? DecodeAs<T>(ApiResponse response, JsonTypeInfo<T> type, out T result)
    {
        result = default!;
        if (response.Body.IsEmpty)
            return "it has no body";
        try
        {
            return Take(JsonSerializer.Deserialize(response.Body.Span, type), out result);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            return Why(response, type.Type, e as JsonException);
        }
    }

    /// <summary>
    /// Reads a response as <see cref="Decode{T}"/> does, for an operation whose successful response may have no body.
    /// </summary>
    public static string? DecodeOrEmpty<T>(ApiResponse response, ReadJson<T> read, out T result)
        where T : class, new()
    {
        if (!response.Body.Span.Trim(" \t\r\n"u8).IsEmpty)
            return Decode(response, read, out result);
        result = new T();
        return null;
    }

    /// <summary>Checks the response of an operation without a result. An HTML page is not a confirmation.</summary>
    public static string? Ignore(ApiResponse response, object? state, out object? result)
    {
        result = null;
        return response.Body.IsEmpty || IsJson(response) ? null : NotJson(response);
    }

    public static string? DecodePdf(ApiResponse response, object? state, out byte[] result)
    {
        result = [];
        if (!response.Body.Span.StartsWith("%PDF-"u8))
            return response.Body.IsEmpty
                ? "it has no body"
                : $"it is {response.MediaType ?? "of unknown type"}, not a PDF";
        result = response.Body.ToArray();
        return null;
    }

    private static string? Take<T>(T? value, out T result)
    {
        result = value!;
        if (value is null)
            return "its body is null";

        // A response without its list is not an empty list: "no payments" would mean that nothing was charged.
        return value is IListAnswer { MissingList: { } member } ? $"the member '{member}' is missing or null" : null;
    }

    // Any parser error must result in an unknown outcome for a charge, not in an unexpected exception.
    private static bool IsUnreadable(Exception e) =>
        e is JsonException or InvalidOperationException or FormatException or NotSupportedException;

    private static string Why(ApiResponse response, Type type, JsonException? e)
    {
        if (!IsJson(response))
            return NotJson(response);
        var name = type.Name.Split('`')[0];

        // A missing required member is the one parser message that is useful. It contains only member names.
        if (e is not null && e.Message.Contains("required properties", StringComparison.Ordinal))
            return $"{name} has no member that identifies it";
        return e?.Path is { Length: > 1 } path
            ? $"it does not match {name} at {path}, or is incomplete"
            : $"it is not a complete JSON representation of {name}";
    }

    private static bool IsJson(ApiResponse response) =>
        response.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) ?? false;

    private static string NotJson(ApiResponse response) => $"it is {response.MediaType ?? "of unknown type"}, not JSON";
}
