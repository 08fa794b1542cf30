using System.Net;
using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>The exception that is thrown when the API returns an error, or a response that cannot be read.</summary>
public sealed class DodoApiException : DodoException
{
    internal DodoApiException(
        Operation operation,
        HttpStatusCode status,
        DodoErrorCode code,
        string? apiMessage,
        string message
    )
        : base(operation.Call, message)
    {
        StatusCode = status;
        Code = code;
        ApiMessage = apiMessage;
    }

    /// <summary>Gets the HTTP status code; 2xx if a successful response could not be read.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the API's error code, or the default value if the response had none.</summary>
    public DodoErrorCode Code { get; }

    /// <summary>
    /// Gets the API's message for developers, in English, redacted and truncated, or null if the response had none.
    /// </summary>
    public string? ApiMessage { get; }

    /// <summary>Gets the time that the server asked to wait, or null if it did not.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>
    /// Gets the start of the body, with secrets and personal data removed and truncated to 500 characters; empty if
    /// there was none.
    /// </summary>
    public string ResponseBody { get; internal init; } = "";

    /// <inheritdoc/>
    public override bool IsTransient =>
        (int)StatusCode is 408 or 429 or >= 500 && Code != DodoErrorCode.ManualRetryLimitReached;
}
