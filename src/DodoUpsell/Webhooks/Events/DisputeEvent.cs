using System.Text.Json;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>Something happened to a dispute (<c>dispute.*</c>).</summary>
/// <param name="Data">The dispute as it is at delivery, which may be newer than the event.</param>
public sealed record DisputeEvent(Dispute Data) : WebhookEvent
{
    internal const string PayloadName = "Dispute";

    /// <inheritdoc/>
    public override string PayloadType => PayloadName;

    /// <inheritdoc/>
    public override string Subject => SubjectOf("dispute", Data.DisputeId);

    private protected override void WriteData(Utf8JsonWriter writer) => WebhookPayload.Write(writer, PayloadName, Data, DodoJsonContext.Default.Dispute);
}
