using System.Text.Json;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>Winning back a subscription's customer began or succeeded (<c>dunning.*</c>).</summary>
/// <param name="Data">The attempt as it is at delivery, which may be newer than the event.</param>
public sealed record DunningEvent(DunningAttempt Data) : WebhookEvent
{
    internal const string PayloadName = "DunningAttempt";

    /// <inheritdoc/>
    public override string PayloadType => PayloadName;

    /// <inheritdoc/>
    public override string Subject => SubjectOf("dunning", Data.SubscriptionId);

    private protected override void WriteData(Utf8JsonWriter writer) => WebhookPayload.Write(writer, PayloadName, Data, DodoJsonContext.Default.DunningAttempt);
}
