using System.Net;
using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>The API answered, and the answer was an error or could not be read.</summary>
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

    /// <summary>Gets the HTTP status; 2xx when the answer was a success that could not be read.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>Gets the API's code; the default value when the answer had none.</summary>
    public DodoErrorCode Code { get; }

    /// <summary>
    /// Gets the API's message in English for developers, cleaned and capped; null when the answer had none.
    /// </summary>
    public string? ApiMessage { get; }

    /// <summary>Gets how long the server asked to wait; null when it did not.</summary>
    public TimeSpan? RetryAfter { get; internal init; }

    /// <summary>
    /// Gets the start of the body, cleaned of secrets and personal data and capped at 500 characters; empty when there
    /// was none.
    /// </summary>
    public string ResponseBody { get; internal init; } = "";

    /// <inheritdoc/>
    public override bool IsTransient =>
        (int)StatusCode is 408 or 429 or >= 500 && Code != DodoErrorCode.ManualRetryLimitReached;
}
