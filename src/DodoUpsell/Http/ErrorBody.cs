using System.Net;
using System.Text;
using System.Text.Json;

namespace DodoUpsell.Http;

/// <summary>What an error answer says: a flat <c>{"code","message"}</c>, or whatever a proxy put in its place.</summary>
internal readonly record struct ErrorBody(DodoErrorCode Code, string? Message)
{
    public static ErrorBody Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return default;
            DodoErrorCode code = default;
            string? message = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isCode = reader.ValueTextEquals("code"u8);
                var isMessage = reader.ValueTextEquals("message"u8);
                reader.Read();
                if (reader.TokenType == JsonTokenType.String && isCode) code = Normalise(reader.GetString()!);
                else if (reader.TokenType == JsonTokenType.String && isMessage) message = reader.GetString();
                else reader.Skip();
            }

            return new ErrorBody(code, message);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or text that is not UTF-8: the status speaks alone.
            return default;
        }
    }

    /// <summary>The exception for an answer that says no.</summary>
    public static DodoApiException ToException(Operation operation, Answer answer, string? apiKey)
    {
        var body = Read(answer.Body.Span);
        var message = body.Message is { Length: > 0 } text ? Redactor.Clean(text, apiKey) : null;
        var said = message is not null ? $": “{message}”" : body.Code.Value.Length > 0 ? "" : NotTheApi(answer);
        var code = body.Code.Value.Length > 0 ? $" {body.Code}" : "";
        return new DodoApiException(
            operation,
            answer.Status,
            body.Code,
            message,
            $"{operation.Call} was answered with {(int)answer.Status}{code}{said}. {Next(body.Code, answer)} ({operation.Name})")
        {
            RetryAfter = answer.RetryAfter,
            ResponseBody = Excerpt(answer.Body.Span, apiKey),
        };
    }

    /// <summary>The exception for an answer that says yes in a way that cannot be read.</summary>
    public static DodoApiException Unreadable(Operation operation, Answer answer, string why, string? apiKey) =>
        new(
            operation,
            answer.Status,
            default,
            null,
            $"{operation.Call} was answered with {(int)answer.Status}, but the answer cannot be read: {why}. Check that BaseAddress leads to Dodo Payments and that no proxy answers in its place. ({operation.Name})")
        {
            ResponseBody = Excerpt(answer.Body.Span, apiKey),
        };

    private static string Excerpt(ReadOnlySpan<byte> body, string? apiKey) =>
        body.IsEmpty ? "" : Redactor.Clean(Encoding.UTF8.GetString(body[..Math.Min(body.Length, 8 * 1024)]), apiKey);

    private static string Next(DodoErrorCode code, Answer answer)
    {
        var advice = ErrorAdvice.For(code, answer.Status);
        return answer.RetryAfter is { } wait && answer.Status == HttpStatusCode.TooManyRequests
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The server asks to wait {wait.TotalSeconds:0.#} s. {advice}")
            : advice;
    }

    private static string NotTheApi(Answer answer) => answer.Body.IsEmpty
        ? " and no body"
        : $" and a body that is not the API's ({answer.MediaType ?? "of no type"}, {answer.Body.Length} bytes)";

    // The API's own description spells this one code in two ways.
    private static DodoErrorCode Normalise(string code) => code.Trim() switch
    {
        "" => default,
        "PendingPlanChangeExists" => DodoErrorCode.PendingPlanChangeExists,
        _ => DodoErrorCode.Parse(code.Length <= 100 ? code : code[..100], null),
    };
}
