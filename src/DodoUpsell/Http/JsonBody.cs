using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DodoUpsell.Http;

/// <summary>Reads the JSON of an answer, and says in our words why when that is not possible.</summary>
internal static class JsonBody
{
    public static string? Decode<T>(ApiResponse response, JsonTypeInfo<T> type, out T result)
    {
        result = default!;
        if (response.Body.IsEmpty)
            return "it has no body";
        try
        {
            var value = JsonSerializer.Deserialize(response.Body.Span, type);
            if (value is null)
                return "its body is null";

            // An answer that does not say what it lists is no empty list: "no payments" would mean that nothing was
            // charged.
            if (value is IListAnswer { MissingList: { } member })
                return $"the member '{member}' is missing or null";
            result = value;
            return null;
        }
        catch (Exception e)
            when (e is JsonException or InvalidOperationException or FormatException or NotSupportedException)
        {
            // Whatever the parser trips over: the answer to a charge must become an unknown outcome, not a stray
            // exception.
            return Why(response, type, e as JsonException);
        }
    }

    /// <summary>As <see cref="Decode{T}"/>, for an operation whose success may come without a body.</summary>
    public static string? DecodeOrEmpty<T>(ApiResponse response, JsonTypeInfo<T> type, out T result)
        where T : new()
    {
        if (!response.Body.Span.Trim(" \t\r\n"u8).IsEmpty)
            return Decode(response, type, out result);
        result = new T();
        return null;
    }

    /// <summary>For an operation without an answer: a page of HTML is no confirmation.</summary>
    public static string? Ignore(ApiResponse response, object? state, out object? result)
    {
        result = null;
        return response.Body.IsEmpty || IsJson(response) ? null : NotJson(response);
    }

    public static string? DecodePdf(ApiResponse response, object? state, out byte[] result)
    {
        result = [];
        if (!response.Body.Span.StartsWith("%PDF-"u8))
            return response.Body.IsEmpty ? "it has no body" : $"it is {response.MediaType ?? "of no type"}, not a PDF";
        result = response.Body.ToArray();
        return null;
    }

    private static string Why(ApiResponse response, JsonTypeInfo type, JsonException? e)
    {
        if (!IsJson(response))
            return NotJson(response);
        var name = type.Type.Name.Split('`')[0];

        // A missing required member is the one parser message that helps; it names members only.
        if (e is not null && e.Message.Contains("required properties", StringComparison.Ordinal))
            return $"{name} lacks a member that identifies it";
        return e?.Path is { Length: > 1 } path
            ? $"it does not fit {name} at {path}, or it ends too early"
            : $"it is no complete JSON of {name}";
    }

    private static bool IsJson(ApiResponse response) =>
        response.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) ?? false;

    private static string NotJson(ApiResponse response) => $"it is {response.MediaType ?? "of no type"}, not JSON";
}
