using System.Text.Json;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>Something happened to a payout (<c>payout.*</c>).</summary>
/// <param name="Data">The payout as it is at delivery, which may be newer than the event.</param>
public sealed record PayoutEvent(Payout Data) : WebhookEvent
{
    internal const string PayloadName = "Payout";

    /// <inheritdoc/>
    public override string PayloadType => PayloadName;

    /// <inheritdoc/>
    public override string Subject => SubjectOf("payout", Data.PayoutId);

    /// <inheritdoc/>
    public override DateTimeOffset? StateAt => StampOf(Data.UpdatedAt);

    private protected override void WriteData(Utf8JsonWriter writer) => WebhookPayload.Write(writer, PayloadName, Data, DodoJsonContext.Default.Payout);
}
