using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DodoUpsell.EntityFrameworkCore.Withdrawals;

/// <summary>Configures the table <c>dodo_withdrawals</c>.</summary>
internal static class WithdrawalTable
{
    // Longer keys do not fit the limits of every common database.
    public const int MaxIdLength = 200;

    public static void Add(ModelBuilder model, string? schema, string? keyCollation) =>
        model.Entity<WithdrawalRow>(row => Withdrawals(row, schema, keyCollation));

    private static void Withdrawals(EntityTypeBuilder<WithdrawalRow> row, string? schema, string? keyCollation)
    {
        row.Owned("dodo_withdrawals", schema, keyCollation, nameof(WithdrawalRow.Id));
        row.OwnedIndex("ux_dodo_withdrawals_slot", nameof(WithdrawalRow.Slot)).IsUnique().HasFilter("slot IS NOT NULL");
        row.OwnedIndex(
            "ix_dodo_withdrawals_customer",
            nameof(WithdrawalRow.CustomerId),
            nameof(WithdrawalRow.StatedAt)
        );
        row.OwnedIndex("ix_dodo_withdrawals_due", nameof(WithdrawalRow.DueAt), nameof(WithdrawalRow.Id))
            .HasFilter("due_at IS NOT NULL");
        row.OwnedIndex("ix_dodo_withdrawals_state", nameof(WithdrawalRow.State), nameof(WithdrawalRow.StatedAt));

        row.Property(one => one.Id).Key("withdrawal_id", MaxIdLength, keyCollation);
        row.Property(one => one.WriteId).HasColumnName("write_id");
        row.Property(one => one.ContractId).Key("contract_id", MaxIdLength, keyCollation);
        row.Property(one => one.Slot).Key("slot", MaxIdLength, keyCollation);
        row.Property(one => one.CustomerId).Key("customer_id", MaxIdLength, keyCollation);
        row.Property(one => one.State).HasColumnName("state").HasConversion<int>();
        row.Property(one => one.Version).HasColumnName("version").IsConcurrencyToken();
        row.Property(one => one.StatedAt).Time("stated_at");
        row.Property(one => one.ConfirmedAt).Time("confirmed_at");
        row.Property(one => one.EndedAt).Time("ended_at");
        row.Property(one => one.DueAt).Time("due_at");
        row.Property(one => one.Attempts).HasColumnName("attempts");
        row.Property(one => one.Statement).Text("statement");
        row.Property(one => one.Acknowledgement).Text("acknowledgement");
        row.Property(one => one.Work).Text("work");
        row.Property(one => one.ErasedAt).Time("erased_at");
    }
}
