using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Events;

namespace DodoUpsell.Emulator.Webhooks;

/// <summary>One event for one endpoint. Its id is the message id, which is the same in every attempt.</summary>
internal sealed class WebhookDelivery
{
    public const string Pending = "pending";
    public const string Delivered = "delivered";
    public const string Failed = "failed";

    public required string Id { get; init; }

    public required RaisedEvent Event { get; init; }

    public required WebhookEndpoint Endpoint { get; init; }

    /// <summary>Gets the object as it was at the event, or null if messages carry the current object.</summary>
    public JsonObject? Snapshot { get; init; }

    public string Status { get; set; } = Pending;

    public DateTimeOffset? NextAttemptAt { get; set; }

    public List<WebhookAttempt> Attempts { get; } = [];
}

/// <summary>One POST and its result: a response, or the error that prevented one.</summary>
internal sealed record WebhookAttempt(DateTimeOffset At, int? Status, string? Answer, string? Error)
{
    public bool Succeeded => Status is >= 200 and <= 299;
}
