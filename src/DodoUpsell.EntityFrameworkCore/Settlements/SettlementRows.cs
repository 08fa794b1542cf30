using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using DodoUpsell.EntityFrameworkCore.Charging;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.Webhooks;

namespace DodoUpsell.EntityFrameworkCore.Settlements;

/// <summary>Converts settlements to rows and back.</summary>
internal static class SettlementRows
{
    public static SettlementRow Of(string account, ChargeSettlement settlement) =>
        new()
        {
            Account = account,
            Environment = settlement.Charge.Environment,
            Id = settlement.Id,
            Subject = settlement.Charge.Key.Value,
            Kind = settlement.Kind,
            PaymentId = StoredText.Of(settlement.Charge.PaymentId),
            Amount = settlement.Amount?.MinorUnits,
            Currency = settlement.Amount?.Currency.Value,
            SourceId = StoredText.Of(settlement.SourceId),
            Charge = JsonSerializer.Serialize(
                ChargeRows.Of(account, settlement.Charge),
                SettlementJsonContext.Default.ChargeRow
            ),
            TraceParent = StoredText.Of(settlement.TraceParent),
            ArrivedAt = StoredTime.Of(settlement.OccurredAt),
            DueAt = StoredTime.Of(settlement.OccurredAt),
        };

    public static SettlementRow Read(DbDataReader row) =>
        new()
        {
            Account = row.Text("account"),
            Environment = (DodoEnvironment)row.Number("environment"),
            Id = row.Text("settlement_id"),
            Subject = row.Text("charge_key"),
            LeasedSubject = row.TextOrNull("leased_charge_key"),
            Kind = (ChargeSettlementKind)row.Number("kind"),
            PaymentId = row.TextOrNull("payment_id"),
            Amount = row.AmountOrNull("amount"),
            Currency = row.TextOrNull("currency"),
            SourceId = row.TextOrNull("source_id"),
            Charge = row.Text("charge"),
            ArrivedAt = row.Time("occurred_at"),
            State = (InboxState)row.Number("state"),
            Attempts = row.Number("attempts"),
            DueAt = row.Time("due_at"),
            WaitsBehind = row.Number("waits_behind") == 1,
            LeaseToken = row.IdOrNull("lease_token"),
            LeasedUntil = row.TimeOrNull("leased_until"),
            FinishedAt = row.TimeOrNull("finished_at"),
            LastError = row.TextOrNull("last_error"),
            TraceParent = row.TextOrNull("traceparent"),
        };

    public static SettlementDelivery Delivery(SettlementRow row) =>
        new()
        {
            Settlement = new ChargeSettlement
            {
                Id = row.Id,
                Kind = row.Kind,
                Charge = ChargeRows.Record(
                    JsonSerializer.Deserialize(row.Charge, SettlementJsonContext.Default.ChargeRow)!
                ),
                Amount = ChargeRows.Money(row.Amount, row.Currency),
                SourceId = row.SourceId,
                OccurredAt = StoredTime.Read(row.ArrivedAt),
                TraceParent = row.TraceParent,
            },
            State = row.State,
            Attempts = row.Attempts,
            DueAt = StoredTime.Read(row.DueAt),
            LeaseToken = row.LeaseToken,
            LeasedUntil = StoredTime.Read(row.LeasedUntil),
            FinishedAt = StoredTime.Read(row.FinishedAt),
            LastError = row.LastError,
        };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ChargeRow))]
internal sealed partial class SettlementJsonContext : JsonSerializerContext;
