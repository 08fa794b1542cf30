using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>
/// Configures the tables beside the offers: links of customers, assignments, movements of money, receipts and pauses.
/// </summary>
internal static class OfferMemoryTables
{
    private const int MaxCustomerIdLength = 200;
    private const int MaxSourceIdLength = 256;

    public static void Add(ModelBuilder model, string? schema, string? keyCollation)
    {
        model.Entity<LinkRow>(row => Links(row, schema, keyCollation));
        model.Entity<AssignmentRow>(row => Assignments(row, schema, keyCollation));
        model.Entity<MoneyRow>(row => Money(row, schema, keyCollation));
        model.Entity<ReceiptRow>(row => Receipts(row, schema, keyCollation));
        model.Entity<PauseRow>(row => Pauses(row, schema, keyCollation));
    }

    private static void Links(EntityTypeBuilder<LinkRow> row, string? schema, string? keyCollation)
    {
        row.Owned("dodo_offer_customers", schema, keyCollation, nameof(LinkRow.CustomerId));
        row.OwnedIndex("ix_dodo_offer_customers_user", nameof(LinkRow.UserId));
        row.Property(link => link.CustomerId).Key("customer_id", MaxCustomerIdLength, keyCollation);
        row.Property(link => link.UserId).Key("user_id", SubjectIds.MaxUserIdLength, keyCollation);
        row.Property(link => link.LinkedAt).Time("linked_at");
    }

    private static void Assignments(EntityTypeBuilder<AssignmentRow> row, string? schema, string? keyCollation)
    {
        row.Owned(
            "dodo_offer_assignments",
            schema,
            keyCollation,
            nameof(AssignmentRow.ExperimentKey),
            nameof(AssignmentRow.SubjectId)
        );
        row.OwnedIndex("ix_dodo_offer_assignments_subject", nameof(AssignmentRow.SubjectId));
        row.OwnedIndex(
            "ix_dodo_offer_assignments_assigned_at",
            nameof(AssignmentRow.AssignedAt),
            nameof(AssignmentRow.ExperimentKey),
            nameof(AssignmentRow.SubjectId)
        );
        row.Property(kept => kept.ExperimentKey).Key("experiment_key", OfferExperiment.MaxNameLength, keyCollation);
        row.Property(kept => kept.SubjectId).Key("subject_id", OfferTable.MaxSubjectIdLength, keyCollation);
        row.Property(kept => kept.Variant).Text("variant");
        row.Property(kept => kept.AssignedAt).Time("assigned_at");
    }

    private static void Money(EntityTypeBuilder<MoneyRow> row, string? schema, string? keyCollation)
    {
        row.Owned("dodo_offer_money", schema, keyCollation, nameof(MoneyRow.SourceId));
        row.OwnedIndex("ix_dodo_offer_money_subject", nameof(MoneyRow.SubjectId));
        row.OwnedIndex("ix_dodo_offer_money_occurred_at", nameof(MoneyRow.OccurredAt), nameof(MoneyRow.SourceId));
        row.OwnedIndex("ix_dodo_offer_money_offer", nameof(MoneyRow.OfferId)).HasFilter("offer_id IS NOT NULL");
        row.Property(money => money.SourceId).Key("source_id", MaxSourceIdLength, keyCollation);
        row.Property(money => money.Kind).HasColumnName("kind").HasConversion<int>();
        row.Property(money => money.PaymentId).Text("payment_id");
        row.Property(money => money.SubjectId).Key("subject_id", OfferTable.MaxSubjectIdLength, keyCollation);
        row.Property(money => money.Amount).HasColumnName("amount");
        row.Property(money => money.Currency).Text("currency");
        row.Property(money => money.OccurredAt).Time("occurred_at");
        row.Property(money => money.OfferId).Key("offer_id", OfferTable.MaxIdLength, keyCollation);
        row.Property(money => money.IsRenewal).HasColumnName("is_renewal");
        row.Property(money => money.ProductIds).Text("product_ids");
    }

    private static void Receipts(EntityTypeBuilder<ReceiptRow> row, string? schema, string? keyCollation)
    {
        row.Owned("dodo_consent_receipts", schema, keyCollation, nameof(ReceiptRow.Number));
        row.OwnedIndex("ux_dodo_consent_receipts_offer", nameof(ReceiptRow.OfferId)).IsUnique();
        row.OwnedIndex("ix_dodo_consent_receipts_subject", nameof(ReceiptRow.SubjectId))
            .HasFilter("subject_id IS NOT NULL");
        row.Property(receipt => receipt.Number).HasColumnName("number").ValueGeneratedNever();
        row.Property(receipt => receipt.OfferId).Key("offer_id", OfferTable.MaxIdLength, keyCollation);
        row.Property(receipt => receipt.SubjectId).Key("subject_id", OfferTable.MaxSubjectIdLength, keyCollation);
        row.Property(receipt => receipt.Json).Text("json");
        row.Property(receipt => receipt.ContentHash).Text("content_hash");
        row.Property(receipt => receipt.PreviousHash).Text("previous_hash");
        row.Property(receipt => receipt.Hash).Text("hash");
        row.Property(receipt => receipt.ErasedAt).Time("erased_at");
    }

    private static void Pauses(EntityTypeBuilder<PauseRow> row, string? schema, string? keyCollation)
    {
        row.Owned("dodo_offer_pauses", schema, keyCollation, nameof(PauseRow.RuleId));
        row.Property(pause => pause.RuleId).Key("rule_id", OfferRule.MaxIdLength, keyCollation);
        row.Property(pause => pause.Reason).HasColumnName("reason").HasConversion<int>();
        row.Property(pause => pause.Count).HasColumnName("offers_over_limit");
        row.Property(pause => pause.Of).HasColumnName("offers_compared");
        row.Property(pause => pause.PausedAt).Time("paused_at");
        row.Property(pause => pause.ResumesAt).Time("resumes_at");
    }
}
