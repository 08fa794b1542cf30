using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Leases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DodoUpsell.EntityFrameworkCore.Webhooks;

/// <summary>Configures the table <c>dodo_webhook_deliveries</c>.</summary>
internal static class DeliveryTable
{
    private const int MaxIdLength = 256;
    private const int MaxSubjectLength = 400;

    public static void Add(ModelBuilder model, string? schema, string? keyCollation) =>
        model.Entity<DeliveryRow>(row => Deliveries(row, schema, keyCollation));

    private static void Deliveries(EntityTypeBuilder<DeliveryRow> row, string? schema, string? keyCollation)
    {
        row.ToTable("dodo_webhook_deliveries", schema);
        row.HasKey(delivery => new { delivery.Account, delivery.Id }).HasName("pk_dodo_webhook_deliveries");
        row.HasIndex(
            delivery => new
            {
                delivery.Account,
                delivery.Subject,
                delivery.FreshAt,
                delivery.OccurredAt,
            },
            "ix_dodo_webhook_deliveries_subject"
        );

        row.Ignore(delivery => delivery.IsNewest);
        row.Property(delivery => delivery.Account).Key("account", AccountName.MaxLength, keyCollation);
        row.Property(delivery => delivery.Id).Key("webhook_id", MaxIdLength, keyCollation);
        row.Property(delivery => delivery.Type).Text("event_type");
        row.Property(delivery => delivery.Subject).Key("subject", MaxSubjectLength, keyCollation);
        row.Property(delivery => delivery.LeasedSubject).Key("leased_subject", MaxSubjectLength, keyCollation);
        row.Property(delivery => delivery.Body).HasColumnName("body").Metadata.SetMaxLength(null);
        row.Property(delivery => delivery.ArrivedAt).Time("received_at");
        row.Property(delivery => delivery.SentAt).Time("sent_at");
        row.Property(delivery => delivery.OccurredAt).Time("occurred_at");
        row.Property(delivery => delivery.StateAt).Time("state_at");
        row.Property(delivery => delivery.FreshAt).Time("fresh_at");
        LeaseColumns.Add(row);
        LeaseIndexes.Add(row, "dodo_webhook_deliveries", [nameof(DeliveryRow.Account)]);
    }
}
