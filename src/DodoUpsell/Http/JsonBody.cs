using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace DodoUpsell.Http;

/// <summary>Reads the JSON of an answer, and says in our words why when that is not possible.</summary>
internal static class JsonBody
{
    public static string? Decode<T>(Answer answer, JsonTypeInfo<T> type, out T result)
    {
        result = default!;
        if (answer.Body.IsEmpty) return "it has no body";
        try
        {
            var value = JsonSerializer.Deserialize(answer.Body.Span, type);
            if (value is null) return "its body is null";
            result = value;
            return null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or NotSupportedException)
        {
            // Whatever the parser trips over: the answer to a charge must become an unknown outcome, not a stray exception.
            return Why(answer, type, e as JsonException);
        }
    }

    /// <summary>As <see cref="Decode{T}"/>, for an operation whose success may come without a body.</summary>
    public static string? DecodeOrEmpty<T>(Answer answer, JsonTypeInfo<T> type, out T result)
        where T : new()
    {
        if (!answer.Body.Span.Trim(" \t\r\n"u8).IsEmpty) return Decode(answer, type, out result);
        result = new T();
        return null;
    }

    /// <summary>For an operation without an answer: a page of HTML is no confirmation.</summary>
    public static string? Ignore(Answer answer, object? state, out object? result)
    {
        result = null;
        return answer.Body.IsEmpty || IsJson(answer) ? null : NotJson(answer);
    }

    public static string? DecodePdf(Answer answer, object? state, out byte[] result)
    {
        result = [];
        if (!answer.Body.Span.StartsWith("%PDF-"u8)) return answer.Body.IsEmpty ? "it has no body" : $"it is {answer.MediaType ?? "of no type"}, not a PDF";
        result = answer.Body.ToArray();
        return null;
    }

    private static string Why(Answer answer, JsonTypeInfo type, JsonException? e)
    {
        if (!IsJson(answer)) return NotJson(answer);
        var name = type.Type.Name.Split('`')[0];

        // A missing required member is the one parser message that helps; it names members only.
        if (e is not null && e.Message.Contains("required properties", StringComparison.Ordinal)) return $"{name} lacks a member that identifies it";
        return e?.Path is { Length: > 1 } path
            ? $"it does not fit {name} at {path}, or it ends too early"
            : $"it is no complete JSON of {name}";
    }

    private static bool IsJson(Answer answer) => answer.MediaType?.Contains("json", StringComparison.OrdinalIgnoreCase) ?? false;

    private static string NotJson(Answer answer) => $"it is {answer.MediaType ?? "of no type"}, not JSON";
}
