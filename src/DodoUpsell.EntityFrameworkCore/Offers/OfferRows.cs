using System.Data.Common;
using DodoUpsell.EntityFrameworkCore.Charging;
using DodoUpsell.EntityFrameworkCore.Contexts;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>Converts offers to rows and back.</summary>
internal static class OfferRows
{
    public static OfferRow Of(string account, OfferRecord offer) =>
        new()
        {
            Account = account,
            Environment = offer.Environment,
            Id = offer.Id,
            WriteId = Guid.NewGuid(),
            Slot = offer.Slot,
            SubjectId = offer.SubjectId,
            CustomerId = StoredText.Of(offer.CustomerId),
            RuleId = offer.RuleId,
            ExperimentKey = StoredText.Of(offer.ExperimentKey),
            Variant = StoredText.Of(offer.Variant),
            Placement = StoredText.Of(offer.Placement),
            PurchaseId = StoredText.Of(offer.PurchaseId),
            ParentId = StoredText.Of(offer.ParentId),
            Depth = offer.Depth,
            State = offer.State,
            Version = offer.Version,
            MadeAt = StoredTime.Of(offer.MadeAt),
            ExpiresAt = StoredTime.Of(offer.ExpiresAt),
            AcceptedAt = StoredTime.Of(offer.AcceptedAt),
            EndedAt = StoredTime.Of(offer.EndedAt),
            ShownAmount = offer.Shown.MinorUnits,
            ShownCurrency = offer.Shown.Currency.Value,
            Terms = StoredText.Of(offer.Terms),
            Consent = StoredText.Of(offer.Consent),
            PaymentId = StoredText.Of(offer.PaymentId),
            SubscriptionId = StoredText.Of(offer.SubscriptionId),
            ChargedAmount = offer.Charged?.MinorUnits,
            ChargedCurrency = offer.Charged?.Currency.Value,
            Failure = offer.Failure,
        };

    public static OfferRow Read(DbDataReader row) =>
        new()
        {
            Account = row.Text("account"),
            Environment = (DodoEnvironment)row.Number("environment"),
            Id = row.Text("offer_id"),
            WriteId = row.GetGuid(row.GetOrdinal("write_id")),
            Slot = row.TextOrNull("slot"),
            SubjectId = row.Text("subject_id"),
            CustomerId = row.Text("customer_id"),
            RuleId = row.Text("rule_id"),
            ExperimentKey = row.TextOrNull("experiment_key"),
            Variant = row.TextOrNull("variant"),
            Placement = row.Text("placement"),
            PurchaseId = row.TextOrNull("purchase_id"),
            ParentId = row.TextOrNull("parent_id"),
            Depth = row.Number("depth"),
            State = (OfferState)row.Number("state"),
            Version = row.Number("version"),
            MadeAt = row.Time("made_at"),
            ExpiresAt = row.Time("expires_at"),
            AcceptedAt = row.TimeOrNull("accepted_at"),
            EndedAt = row.TimeOrNull("ended_at"),
            ShownAmount = row.GetInt64(row.GetOrdinal("shown_amount")),
            ShownCurrency = row.Text("shown_currency"),
            Terms = row.Text("terms"),
            Consent = row.TextOrNull("consent"),
            PaymentId = row.TextOrNull("payment_id"),
            SubscriptionId = row.TextOrNull("subscription_id"),
            ChargedAmount = row.AmountOrNull("charged_amount"),
            ChargedCurrency = row.TextOrNull("charged_currency"),
            Failure = (OfferFailure?)row.NumberOrNull("failure"),
        };

    public static OfferRecord Record(OfferRow row) =>
        new()
        {
            Environment = row.Environment,
            Id = row.Id,
            Slot = row.Slot,
            SubjectId = row.SubjectId,
            CustomerId = row.CustomerId,
            RuleId = row.RuleId,
            ExperimentKey = row.ExperimentKey,
            Variant = row.Variant,
            Placement = row.Placement,
            PurchaseId = row.PurchaseId,
            ParentId = row.ParentId,
            Depth = row.Depth,
            State = row.State,
            Version = row.Version,
            MadeAt = StoredTime.Read(row.MadeAt),
            ExpiresAt = StoredTime.Read(row.ExpiresAt),
            AcceptedAt = StoredTime.Read(row.AcceptedAt),
            EndedAt = StoredTime.Read(row.EndedAt),
            Shown = ChargeRows.Money(row.ShownAmount, row.ShownCurrency)!.Value,
            Terms = row.Terms,
            Consent = row.Consent,
            PaymentId = row.PaymentId,
            SubscriptionId = row.SubscriptionId,
            Charged = ChargeRows.Money(row.ChargedAmount, row.ChargedCurrency),
            Failure = row.Failure,
        };
}
