using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>Configures the table <c>dodo_offers</c>.</summary>
internal static class OfferTable
{
    public const int MaxIdLength = ChargeKey.MaxLength;

    // The id of a customer or user with its prefix. Longer keys do not fit the limits of every common database.
    public const int MaxSubjectIdLength = 210;

    private const int MaxSlotLength = 500;

    public static void Add(ModelBuilder model, string? schema, string? keyCollation) =>
        model.Entity<OfferRow>(row => Offers(row, schema, keyCollation));

    private static void Offers(EntityTypeBuilder<OfferRow> row, string? schema, string? keyCollation)
    {
        row.Owned("dodo_offers", schema, keyCollation, nameof(OfferRow.Id));
        Indexes(row);

        row.Property(offer => offer.Id).Key("offer_id", MaxIdLength, keyCollation);
        row.Property(offer => offer.WriteId).HasColumnName("write_id");
        row.Property(offer => offer.Slot).Key("slot", MaxSlotLength, keyCollation);
        row.Property(offer => offer.SubjectId).Key("subject_id", MaxSubjectIdLength, keyCollation);
        row.Property(offer => offer.CustomerId).Text("customer_id");
        row.Property(offer => offer.RuleId).Key("rule_id", OfferRule.MaxIdLength, keyCollation);
        row.Property(offer => offer.ExperimentKey).Text("experiment_key");
        row.Property(offer => offer.Variant).Text("variant");
        row.Property(offer => offer.Placement).Text("placement");
        row.Property(offer => offer.PurchaseId).Text("purchase_id");
        row.Property(offer => offer.ParentId).Text("parent_id");
        row.Property(offer => offer.Depth).HasColumnName("depth");
        row.Property(offer => offer.State).HasColumnName("state").HasConversion<int>();
        row.Property(offer => offer.Version).HasColumnName("version").IsConcurrencyToken();
        row.Property(offer => offer.MadeAt).Time("made_at");
        row.Property(offer => offer.ExpiresAt).Time("expires_at");
        row.Property(offer => offer.AcceptedAt).Time("accepted_at");
        row.Property(offer => offer.EndedAt).Time("ended_at");
        row.Property(offer => offer.ShownAmount).HasColumnName("shown_amount");
        row.Property(offer => offer.ShownCurrency).Text("shown_currency");
        row.Property(offer => offer.Terms).Text("terms");
        row.Property(offer => offer.Consent).Text("consent");
        row.Property(offer => offer.PaymentId).Text("payment_id");
        row.Property(offer => offer.SubscriptionId).Text("subscription_id");
        row.Property(offer => offer.SubscriptionId).UseCollation(keyCollation);
        row.Property(offer => offer.ChargedAmount).HasColumnName("charged_amount");
        row.Property(offer => offer.ChargedCurrency).Text("charged_currency");
        row.Property(offer => offer.Failure).HasColumnName("failure").HasConversion<int?>();
    }

    private static void Indexes(EntityTypeBuilder<OfferRow> row)
    {
        row.OwnedIndex("ux_dodo_offers_slot", nameof(OfferRow.Slot)).IsUnique().HasFilter("slot IS NOT NULL");
        row.OwnedIndex("ix_dodo_offers_subject", nameof(OfferRow.SubjectId), nameof(OfferRow.MadeAt));
        row.OwnedIndex("ix_dodo_offers_made_at", nameof(OfferRow.MadeAt), nameof(OfferRow.Id));
        row.OwnedIndex("ix_dodo_offers_open", nameof(OfferRow.ExpiresAt), nameof(OfferRow.Id)).HasFilter("state = 0");
        row.OwnedIndex("ix_dodo_offers_accepting", nameof(OfferRow.AcceptedAt), nameof(OfferRow.Id))
            .HasFilter("state = 1");
        row.OwnedIndex("ix_dodo_offers_rule", nameof(OfferRow.RuleId), nameof(OfferRow.AcceptedAt))
            .HasFilter("accepted_at IS NOT NULL");
        row.OwnedIndex("ix_dodo_offers_subscription", nameof(OfferRow.SubscriptionId))
            .HasFilter("subscription_id IS NOT NULL");
        row.OwnedIndex("ix_dodo_offers_ended_at", nameof(OfferRow.EndedAt)).HasFilter("ended_at IS NOT NULL");
    }
}
