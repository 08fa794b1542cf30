using System.Data.Common;
using DodoUpsell.EntityFrameworkCore.Contexts;

namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>Converts charge records to rows and back.</summary>
internal static class ChargeRows
{
    public static ChargeRow Of(string account, ChargeRecord record) =>
        new()
        {
            Account = account,
            Environment = record.Environment,
            Key = record.Key.Value,
            WriteId = Guid.NewGuid(),
            Fingerprint = record.Fingerprint,
            Flow = record.Flow,
            CustomerId = StoredText.Of(record.CustomerId),
            State = record.State,
            Version = record.Version,
            ClaimedAt = StoredTime.Of(record.ClaimedAt),
            SentAt = StoredTime.Of(record.SentAt),
            SettledAt = StoredTime.Of(record.SettledAt),
            NextCheckAt = StoredTime.Of(record.NextCheckAt),
            Checks = record.Checks,
            PaymentId = StoredText.Of(record.PaymentId),
            SubscriptionId = StoredText.Of(record.SubscriptionId),
            SubscriptionIds = AttemptsJson.Of(record.SubscriptionIds),
            ChargedAmount = record.Charged?.MinorUnits,
            ChargedCurrency = record.Charged?.Currency.Value,
            PriceShownAmount = record.PriceShown?.MinorUnits,
            PriceShownCurrency = record.PriceShown?.Currency.Value,
            DeclineCode = StoredText.Of(record.DeclineCode),
            RefusalReason = record.Refusal?.Reason,
            RefusalCode = StoredText.Of(record.Refusal?.Code.Value),
            RefusalExplanation = StoredText.Of(record.Refusal?.Explanation),
            ActionUrl = StoredText.Of(record.ActionUrl),
            CheckoutUrl = StoredText.Of(record.CheckoutUrl),
            CheckoutSessionId = StoredText.Of(record.CheckoutSessionId),
            CheckoutExpiresAt = StoredTime.Of(record.CheckoutExpiresAt),
            CheckoutReason = record.CheckoutReason,
            Details = StoredText.Of(record.Details),
            Attempts = AttemptsJson.Of(record.Attempts),
            AttemptId = record.Attempts is [.., var newest] ? StoredText.Of(newest.Id) : null,
        };

    public static ChargeRow Read(DbDataReader row) =>
        new()
        {
            Account = row.Text("account"),
            Environment = (DodoEnvironment)row.Number("environment"),
            Key = row.Text("charge_key"),
            WriteId = row.GetGuid(row.GetOrdinal("write_id")),
            Fingerprint = row.Text("fingerprint"),
            Flow = row.Text("flow"),
            CustomerId = row.Text("customer_id"),
            State = (ChargeState)row.Number("state"),
            Version = row.Number("version"),
            ClaimedAt = row.Time("claimed_at"),
            SentAt = row.TimeOrNull("sent_at"),
            SettledAt = row.TimeOrNull("settled_at"),
            NextCheckAt = row.TimeOrNull("next_check_at"),
            Checks = row.Number("checks"),
            PaymentId = row.TextOrNull("payment_id"),
            SubscriptionId = row.TextOrNull("subscription_id"),
            SubscriptionIds = row.Text("subscription_ids"),
            ChargedAmount = row.AmountOrNull("charged_amount"),
            ChargedCurrency = row.TextOrNull("charged_currency"),
            PriceShownAmount = row.AmountOrNull("price_shown_amount"),
            PriceShownCurrency = row.TextOrNull("price_shown_currency"),
            DeclineCode = row.TextOrNull("decline_code"),
            RefusalReason = (ChargeRefusalReason?)row.NumberOrNull("refusal_reason"),
            RefusalCode = row.TextOrNull("refusal_code"),
            RefusalExplanation = row.TextOrNull("refusal_explanation"),
            ActionUrl = row.TextOrNull("action_url"),
            CheckoutUrl = row.TextOrNull("checkout_url"),
            CheckoutSessionId = row.TextOrNull("checkout_session_id"),
            CheckoutExpiresAt = row.TimeOrNull("checkout_expires_at"),
            CheckoutReason = (CheckoutReason?)row.NumberOrNull("checkout_reason"),
            Details = row.TextOrNull("details"),
            Attempts = row.Text("attempts"),
            AttemptId = row.TextOrNull("attempt_id"),
        };

    public static ChargeRecord Record(ChargeRow row) =>
        new()
        {
            Environment = row.Environment,
            Key = new ChargeKey(row.Key),
            Fingerprint = row.Fingerprint,
            Flow = row.Flow,
            CustomerId = row.CustomerId,
            State = row.State,
            Version = row.Version,
            ClaimedAt = StoredTime.Read(row.ClaimedAt),
            SentAt = StoredTime.Read(row.SentAt),
            SettledAt = StoredTime.Read(row.SettledAt),
            NextCheckAt = StoredTime.Read(row.NextCheckAt),
            Checks = row.Checks,
            PaymentId = row.PaymentId,
            SubscriptionId = row.SubscriptionId,
            SubscriptionIds = AttemptsJson.ReadIds(row.SubscriptionIds),
            Charged = Money(row.ChargedAmount, row.ChargedCurrency),
            PriceShown = Money(row.PriceShownAmount, row.PriceShownCurrency),
            DeclineCode = row.DeclineCode,
            Refusal = row.RefusalReason is { } reason
                ? new ChargeRefusal(reason, Code(row.RefusalCode), row.RefusalExplanation ?? "")
                : null,
            ActionUrl = row.ActionUrl,
            CheckoutUrl = row.CheckoutUrl,
            CheckoutSessionId = row.CheckoutSessionId,
            CheckoutExpiresAt = StoredTime.Read(row.CheckoutExpiresAt),
            CheckoutReason = row.CheckoutReason,
            Details = row.Details,
            Attempts = AttemptsJson.Read(row.Attempts),
        };

    // The default values of currencies and codes have an empty text, which cannot be parsed.
    public static Money? Money(long? amount, string? currency) =>
        amount is { } minorUnits
            ? new Money(minorUnits, string.IsNullOrEmpty(currency) ? default : Currency.Parse(currency, null))
            : null;

    private static DodoErrorCode Code(string? code) => string.IsNullOrEmpty(code) ? default : new DodoErrorCode(code);
}
