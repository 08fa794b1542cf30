using System.Net;
using DodoUpsell.Emulator.Webhooks;

namespace DodoUpsell.Emulator;

/// <summary>One event on its way to one endpoint.</summary>
/// <param name="Id">The <c>webhook-id</c>, the same in every attempt.</param>
/// <param name="Type">The event's type, for example <c>payment.succeeded</c>.</param>
/// <param name="SubjectId">The object that it is about.</param>
/// <param name="Url">The endpoint's address.</param>
/// <param name="IsDelivered">Whether an attempt was answered with a 2xx.</param>
/// <param name="NextAttemptAt">When the next attempt is due; null when there will be none.</param>
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
/// <param name="At">When it was made.</param>
/// <param name="Status">The status of the answer; null when there was none.</param>
/// <param name="Answer">The start of the answer's body, up to 4 KiB, or what came of it within the 15 seconds of an
/// attempt; null when there was no answer.</param>
/// <param name="Error">Why there was no answer; null when there was one.</param>
public sealed record EmulatedWebhookAttempt(DateTimeOffset At, HttpStatusCode? Status, string? Answer, string? Error);
