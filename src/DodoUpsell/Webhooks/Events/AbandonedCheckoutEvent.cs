using System.Text.Json;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>A checkout was abandoned or recovered (<c>abandoned_checkout.*</c>).</summary>
/// <param name="Data">The abandoned checkout as it is at delivery, which may be newer than the event.</param>
public sealed record AbandonedCheckoutEvent(AbandonedCheckout Data) : WebhookEvent
{
    internal const string PayloadName = "AbandonedCheckout";

    /// <inheritdoc/>
    public override string PayloadType => PayloadName;

    /// <inheritdoc/>
    public override string Subject => SubjectOf("abandoned_checkout", Data.PaymentId);

    private protected override void WriteData(Utf8JsonWriter writer) => WebhookPayload.Write(writer, PayloadName, Data, DodoJsonContext.Default.AbandonedCheckout);
}
