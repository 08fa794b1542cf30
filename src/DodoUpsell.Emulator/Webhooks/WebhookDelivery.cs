using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Events;

namespace DodoUpsell.Emulator.Webhooks;

/// <summary>One event on its way to one endpoint. Its id is the message's, the same in every attempt.</summary>
internal sealed class WebhookDelivery
{
    public const string Pending = "pending";
    public const string Delivered = "delivered";
    public const string Failed = "failed";

    public required string Id { get; init; }

    public required RaisedEvent Event { get; init; }

    public required WebhookEndpoint Endpoint { get; init; }

    /// <summary>The object as it was when the event happened; null when messages carry the current one.</summary>
    public JsonObject? Snapshot { get; init; }

    public string Status { get; set; } = Pending;

    public DateTimeOffset? NextAttemptAt { get; set; }

    public List<WebhookAttempt> Attempts { get; } = [];
}

/// <summary>One POST and what came of it: an answer, or the error that stood in its way.</summary>
internal sealed record WebhookAttempt(DateTimeOffset At, int? Status, string? Answer, string? Error)
{
    public bool Succeeded => Status is >= 200 and <= 299;
}
