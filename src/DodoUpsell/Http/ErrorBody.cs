using System.Net;
using System.Text;
using System.Text.Json;

namespace DodoUpsell.Http;

/// <summary>
/// The content of an error response: a flat <c>{"code","message"}</c>, or anything that a proxy returned instead.
/// </summary>
internal readonly record struct ErrorBody(DodoErrorCode Code, string? Message)
{
    public static ErrorBody Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return default;
            DodoErrorCode code = default;
            string? message = null;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isCode = reader.ValueTextEquals("code"u8);
                var isMessage = reader.ValueTextEquals("message"u8);
                reader.Read();
                if (reader.TokenType == JsonTokenType.String && isCode)
                    code = Normalise(reader.GetString()!);
                else if (reader.TokenType == JsonTokenType.String && isMessage)
                    message = reader.GetString();
                else
                    reader.Skip();
            }

            return new ErrorBody(code, message);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Not JSON, or text that is not UTF-8. Only the status can be used.
            return default;
        }
    }

    /// <summary>Creates the exception for an error response.</summary>
    public static DodoApiException ToException(Operation operation, ApiResponse response, IReadOnlyList<string> secrets)
    {
        var body =
            Read(response.Body.Span) is var read && read.Code.Value.Length > 0
                ? read with
                {
                    Code = Clean(read.Code, secrets),
                }
                : read;
        var message = body.Message is { Length: > 0 } text ? Redactor.Clean(text, secrets) : null;
        var said =
            message is not null ? $": “{message}”"
            : body.Code.Value.Length > 0 ? ""
            : $" {Redactor.Clean(NotTheApi(response), secrets)}";
        var code = body.Code.Value.Length > 0 ? $" {body.Code}" : "";
        return new DodoApiException(
            operation,
            response.Status,
            body.Code,
            message,
            $"{operation.Call} returned {(int)response.Status}{code}{said}. {Next(body.Code, response)} "
                + $"({operation.Name})"
        )
        {
            RetryAfter = response.RetryAfter,
            ResponseBody = Excerpt(response.Body.Span, secrets),
        };
    }

    /// <summary>Creates the exception for a successful response that cannot be read.</summary>
    public static DodoApiException Unreadable(
        Operation operation,
        ApiResponse response,
        string why,
        IReadOnlyList<string> secrets
    ) =>
        new(
            operation,
            response.Status,
            default,
            null,
            $"{operation.Call} returned {(int)response.Status}, but the response cannot be read: {why}. "
                + $"Check that BaseAddress refers to Dodo Payments and that no proxy responds in its place. "
                + $"({operation.Name})"
        )
        {
            ResponseBody = Excerpt(response.Body.Span, secrets),
        };

    private static string Excerpt(ReadOnlySpan<byte> body, IReadOnlyList<string> secrets) =>
        body.IsEmpty ? "" : Redactor.Clean(Encoding.UTF8.GetString(body[..Math.Min(body.Length, 8 * 1024)]), secrets);

    private static string Next(DodoErrorCode code, ApiResponse response)
    {
        var advice = ErrorAdvice.For(code, response.Status);
        return response.RetryAfter is { } wait && response.Status == HttpStatusCode.TooManyRequests
            ? string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"The server requests a wait of {wait.TotalSeconds:0.#} s. {advice}"
            )
            : advice;
    }

    private static string NotTheApi(ApiResponse response) =>
        response.Body.IsEmpty
            ? "with no body"
            : $"with a body that is not from the API ({response.MediaType ?? "of unknown type"}, "
                + $"{response.Body.Length} bytes)";

    // The code is server text like any other, and is used in places where messages are not.
    private static DodoErrorCode Clean(DodoErrorCode code, IReadOnlyList<string> secrets) =>
        code.IsKnown || Redactor.Clean(code.Value, secrets) is not { Length: > 0 } clean
            ? code
            : DodoErrorCode.Parse(clean, null);

    // The API's documentation spells this code in two ways.
    private static DodoErrorCode Normalise(string code) =>
        code.Trim() switch
        {
            "" => default,
            "PendingPlanChangeExists" => DodoErrorCode.PendingPlanChangeExists,
            _ => DodoErrorCode.Parse(code.Length <= 100 ? code : code[..100], null),
        };
}
