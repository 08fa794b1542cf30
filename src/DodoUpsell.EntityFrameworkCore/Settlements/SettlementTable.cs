using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Leases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DodoUpsell.EntityFrameworkCore.Settlements;

/// <summary>Configures the table <c>dodo_settlements</c>.</summary>
internal static class SettlementTable
{
    public static void Add(ModelBuilder model, string? schema, string? keyCollation) =>
        model.Entity<SettlementRow>(row => Settlements(row, schema, keyCollation));

    private static void Settlements(EntityTypeBuilder<SettlementRow> row, string? schema, string? keyCollation)
    {
        row.ToTable("dodo_settlements", schema);
        row.HasKey(settlement => new
            {
                settlement.Account,
                settlement.Environment,
                settlement.Id,
            })
            .HasName("pk_dodo_settlements");
        row.HasIndex(
            settlement => new
            {
                settlement.Account,
                settlement.Environment,
                settlement.Subject,
            },
            "ix_dodo_settlements_charge_key"
        );

        row.Property(settlement => settlement.Account).Key("account", AccountName.MaxLength, keyCollation);
        row.Property(settlement => settlement.Environment)
            .HasColumnName("environment")
            .HasConversion<int>()
            .ValueGeneratedNever();
        row.Property(settlement => settlement.Id).Key("settlement_id", ChargeSettlement.MaxIdLength, keyCollation);
        row.Property(settlement => settlement.Subject).Key("charge_key", ChargeKey.MaxLength, keyCollation);
        row.Property(settlement => settlement.LeasedSubject)
            .Key("leased_charge_key", ChargeKey.MaxLength, keyCollation);
        row.Property(settlement => settlement.Kind).HasColumnName("kind").HasConversion<int>();
        row.Property(settlement => settlement.PaymentId).Text("payment_id");
        row.Property(settlement => settlement.Amount).HasColumnName("amount");
        row.Property(settlement => settlement.Currency).Text("currency");
        row.Property(settlement => settlement.SourceId).Text("source_id");
        row.Property(settlement => settlement.Charge).Text("charge");
        row.Property(settlement => settlement.ArrivedAt).Time("occurred_at");
        LeaseColumns.Add(row);
        LeaseIndexes.Add(row, "dodo_settlements", [nameof(SettlementRow.Account), nameof(SettlementRow.Environment)]);
    }
}
