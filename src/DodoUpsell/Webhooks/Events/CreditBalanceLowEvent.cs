using System.Text.Json;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>A balance of credits is running out (<c>credit.balance_low</c>).</summary>
/// <param name="Data">The balance as it is at delivery, which may be newer than the event.</param>
public sealed record CreditBalanceLowEvent(CreditBalanceLow Data) : WebhookEvent
{
    internal const string PayloadName = "CreditBalanceLow";

    /// <inheritdoc/>
    public override string PayloadType => PayloadName;

    /// <inheritdoc/>
    public override string Subject => SubjectOf("credit_balance", Data.CustomerId) is { Length: > 0 } customer ? $"{customer}/{Data.CreditEntitlementId}" : "";

    private protected override void WriteData(Utf8JsonWriter writer) => WebhookPayload.Write(writer, PayloadName, Data, DodoJsonContext.Default.CreditBalanceLow);
}
