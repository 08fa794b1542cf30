using System.Text.Json;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>A refund went through or not (<c>refund.*</c>).</summary>
/// <param name="Data">The refund as it is at delivery, which may be newer than the event.</param>
public sealed record RefundEvent(Refund Data) : WebhookEvent
{
    internal const string PayloadName = "Refund";

    /// <inheritdoc/>
    public override string PayloadType => PayloadName;

    /// <inheritdoc/>
    public override string Subject => SubjectOf("refund", Data.RefundId);

    private protected override void WriteData(Utf8JsonWriter writer) => WebhookPayload.Write(writer, PayloadName, Data, DodoJsonContext.Default.Refund);
}
