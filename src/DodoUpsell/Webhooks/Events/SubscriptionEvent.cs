using System.Text.Json;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>Something happened to a subscription (<c>subscription.*</c>).</summary>
/// <param name="Data">The subscription as it is at delivery, which may be newer than the event. Its status decides, not the event's type.</param>
public sealed record SubscriptionEvent(Subscription Data) : WebhookEvent
{
    internal const string PayloadName = "Subscription";

    /// <inheritdoc/>
    public override string PayloadType => PayloadName;

    /// <inheritdoc/>
    public override string Subject => SubjectOf("subscription", Data.SubscriptionId);

    private protected override void WriteData(Utf8JsonWriter writer) => WebhookPayload.Write(writer, PayloadName, Data, DodoJsonContext.Default.Subscription);
}
