using DodoUpsell.Emulator.Events;
using DodoUpsell.Emulator.Webhooks;

namespace DodoUpsell.Emulator.Activities;

/// <summary>Something that happened, for the timeline of the console.</summary>
/// <param name="At">The time, by the emulator's clock.</param>
internal abstract record Activity(DateTimeOffset At)
{
    /// <summary>Gets the number, which increases with every activity of the emulator. Numbers start at one.</summary>
    public long Number { get; init; }
}

/// <summary>A request and its response. API keys are not kept.</summary>
/// <param name="At">The time at which the response was ready.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">The path and query.</param>
/// <param name="HasKey">Whether the request had an API key.</param>
/// <param name="Body">The start of the body.</param>
/// <param name="Status">The status of the response, or null if a fault broke the connection.</param>
/// <param name="ContentType">The content type of the response.</param>
/// <param name="Answer">The start of the response's body.</param>
/// <param name="Fault">The kind of the fault that was injected, or null for none.</param>
internal sealed record RequestActivity(
    DateTimeOffset At,
    string Method,
    string Target,
    bool HasKey,
    BodyStart Body,
    int? Status,
    string? ContentType,
    BodyStart Answer,
    EmulatedFaultKind? Fault
) : Activity(At)
{
    public bool IsProblem => Status is null or >= 400 || Fault is not null;
}

/// <summary>An event, whether or not an endpoint receives it.</summary>
internal sealed record EventActivity(DateTimeOffset At, RaisedEvent Event) : Activity(At)
{
    public bool IsProblem =>
        Event.Type
            is "payment.failed"
                or "subscription.on_hold"
                or "subscription.past_due"
                or "subscription.failed"
                or "dispute.opened"
                or "dispute.lost";
}

/// <summary>An attempt to deliver a webhook.</summary>
internal sealed record DeliveryActivity(
    DateTimeOffset At,
    WebhookDelivery Delivery,
    WebhookMessage Message,
    WebhookAttempt Attempt
) : Activity(At);
