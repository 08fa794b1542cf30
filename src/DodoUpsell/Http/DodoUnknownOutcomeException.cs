using System.Net;
using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>A charge was sent and its outcome is unknown: it may have been executed. It was not sent again.</summary>
/// <remarks>
/// Never repeat the call on this. First find out what happened: list the customer's payments since <see cref="SentAt"/>
/// and compare their metadata, or read the subscription; webhooks tell as well.
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

    /// <summary>Gets when the request was sent, in UTC by this machine's clock.</summary>
    public DateTimeOffset SentAt { get; }

    /// <summary>Gets the HTTP status, when there was an answer.</summary>
    public HttpStatusCode? StatusCode { get; }
}
