using System.Net;
using DodoUpsell.Emulator.Webhooks;

namespace DodoUpsell.Emulator;

/// <summary>A webhook message for one endpoint.</summary>
/// <param name="Id">The <c>webhook-id</c>, the same in every attempt.</param>
/// <param name="Type">The event's type, for example <c>payment.succeeded</c>.</param>
/// <param name="SubjectId">The id of the object that the event is about.</param>
/// <param name="Url">The URL of the endpoint.</param>
/// <param name="IsDelivered">Whether a receiver responded to an attempt with a 2xx status.</param>
/// <param name="NextAttemptAt">The time of the next attempt, or null if there will be none.</param>
/// <param name="Attempts">The attempts so far, oldest first.</param>
public sealed record EmulatedWebhookDelivery(
    string Id,
    string Type,
    string SubjectId,
    string Url,
    bool IsDelivered,
    DateTimeOffset? NextAttemptAt,
    IReadOnlyList<EmulatedWebhookAttempt> Attempts
)
{
    internal static EmulatedWebhookDelivery Of(WebhookDelivery delivery) =>
        new(
            delivery.Id,
            delivery.Event.Type,
            delivery.Event.SubjectId,
            delivery.Endpoint.Url,
            delivery.Status is WebhookDelivery.Delivered,
            delivery.NextAttemptAt,
            [
                .. delivery.Attempts.Select(attempt => new EmulatedWebhookAttempt(
                    attempt.At,
                    (HttpStatusCode?)attempt.Status,
                    attempt.Answer,
                    attempt.Error
                )),
            ]
        );
}

/// <summary>One attempt to deliver a message.</summary>
/// <param name="At">The time of the attempt.</param>
/// <param name="Status">The status of the response, or null if there was none.</param>
/// <param name="Answer">
/// The start of the response body, up to 4 KiB, or what was received of it within the 15 seconds of an attempt; null if
/// there was no response.
/// </param>
/// <param name="Error">The reason why there was no response, or null if there was one.</param>
public sealed record EmulatedWebhookAttempt(DateTimeOffset At, HttpStatusCode? Status, string? Answer, string? Error);
