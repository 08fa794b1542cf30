using System.Net;
using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>
/// The exception that is thrown when a charge was sent and its outcome is unknown. It may have been executed, and it
/// was not sent again.
/// </summary>
/// <remarks>
/// Do not repeat the call. First determine the outcome: list the customer's payments since <see cref="SentAt"/> and
/// compare their metadata, or read the subscription. Webhooks report the outcome as well.
/// </remarks>
public sealed class DodoUnknownOutcomeException : DodoException
{
    internal DodoUnknownOutcomeException(
        Operation operation,
        DateTimeOffset sentAt,
        HttpStatusCode? status,
        string message,
        Exception? innerException
    )
        : base(operation.Call, message, innerException)
    {
        SentAt = sentAt;
        StatusCode = status;
    }

    /// <summary>Gets the time at which the request was sent, in UTC by this machine's clock.</summary>
    public DateTimeOffset SentAt { get; }

    /// <summary>Gets the HTTP status code, or null if there was no response.</summary>
    public HttpStatusCode? StatusCode { get; }
}
