using System.Text.Json;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>A balance of credits moved (<c>credit.*</c>).</summary>
/// <param name="Data">The movement.</param>
public sealed record CreditEvent(CreditLedgerEntry Data) : WebhookEvent
{
    internal const string PayloadName = "CreditLedgerEntry";

    /// <inheritdoc/>
    public override string PayloadType => PayloadName;

    /// <inheritdoc/>
    public override string Subject => SubjectOf("credit_entry", Data.Id);

    private protected override void WriteData(Utf8JsonWriter writer) => WebhookPayload.Write(writer, PayloadName, Data, DodoJsonContext.Default.CreditLedgerEntry);
}
