using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DodoUpsell.EntityFrameworkCore.Locks;

/// <summary>Configures the table <c>dodo_subscription_locks</c>.</summary>
internal static class LockTable
{
    private const int MaxSubscriptionIdLength = 256;

    public static void Add(ModelBuilder model, string? schema, string? keyCollation) =>
        model.Entity<LockRow>(row => Locks(row, schema, keyCollation));

    private static void Locks(EntityTypeBuilder<LockRow> row, string? schema, string? keyCollation)
    {
        row.ToTable("dodo_subscription_locks", schema);
        row.HasKey(held => new
            {
                held.Account,
                held.Environment,
                held.SubscriptionId,
            })
            .HasName("pk_dodo_subscription_locks");

        row.Property(held => held.Account).Key("account", AccountName.MaxLength, keyCollation);
        row.Property(held => held.Environment).HasColumnName("environment").HasConversion<int>().ValueGeneratedNever();
        row.Property(held => held.SubscriptionId).Key("subscription_id", MaxSubscriptionIdLength, keyCollation);
        row.Property(held => held.WriteId).HasColumnName("write_id");
        row.Property(held => held.Holder).Text("holder");
        row.Property(held => held.PartlyPaidUntil).Time("partly_paid_until");
        row.Property(held => held.LockedAt).Time("locked_at");
        row.Property(held => held.Version).HasColumnName("version").IsConcurrencyToken();
    }
}
