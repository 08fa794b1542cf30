using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DodoUpsell.EntityFrameworkCore.Charging;

/// <summary>Configures the table <c>dodo_charges</c>.</summary>
internal static class ChargeTable
{
    private const int MaxAttemptIdLength = 200;

    public static void Add(ModelBuilder model, string? schema, string? keyCollation) =>
        model.Entity<ChargeRow>(row => Charges(row, schema, keyCollation));

    private static void Charges(EntityTypeBuilder<ChargeRow> row, string? schema, string? keyCollation)
    {
        // If a migration assigned a default environment to rows from before environments existed, their keys could no
        // longer be found and could be charged again. This constraint makes such a migration fail.
        row.ToTable(
            "dodo_charges",
            schema,
            table => table.HasCheckConstraint("ck_dodo_charges_environment", "environment IN (1, 2)")
        );
        row.HasKey(charge => new
            {
                charge.Account,
                charge.Environment,
                charge.Key,
            })
            .HasName("pk_dodo_charges");
        row.HasIndex(
                charge => new
                {
                    charge.Account,
                    charge.Environment,
                    charge.NextCheckAt,
                    charge.Key,
                },
                "ix_dodo_charges_next_check_at"
            )
            .HasFilter("next_check_at IS NOT NULL");
        row.HasIndex(
                charge => new
                {
                    charge.Account,
                    charge.Environment,
                    charge.SettledAt,
                },
                "ix_dodo_charges_settled_at"
            )
            .HasFilter("state >= 4");
        row.HasIndex(
            charge => new
            {
                charge.Account,
                charge.Environment,
                charge.State,
                charge.ClaimedAt,
                charge.Key,
            },
            "ix_dodo_charges_state"
        );
        row.HasIndex(
            charge => new
            {
                charge.Account,
                charge.Environment,
                charge.AttemptId,
            },
            "ix_dodo_charges_attempt_id"
        );

        row.Property(charge => charge.Account).Key("account", AccountName.MaxLength, keyCollation);
        row.Property(charge => charge.Environment)
            .HasColumnName("environment")
            .HasConversion<int>()
            .ValueGeneratedNever();
        row.Property(charge => charge.Key).Key("charge_key", ChargeKey.MaxLength, keyCollation);
        row.Property(charge => charge.WriteId).HasColumnName("write_id");
        row.Property(charge => charge.Fingerprint).Text("fingerprint");
        row.Property(charge => charge.Flow).Text("flow");
        row.Property(charge => charge.CustomerId).Text("customer_id");
        row.Property(charge => charge.State).HasColumnName("state").HasConversion<int>();
        row.Property(charge => charge.Version).HasColumnName("version").IsConcurrencyToken();
        row.Property(charge => charge.ClaimedAt).Time("claimed_at");
        row.Property(charge => charge.SentAt).Time("sent_at");
        row.Property(charge => charge.SettledAt).Time("settled_at");
        row.Property(charge => charge.NextCheckAt).Time("next_check_at");
        row.Property(charge => charge.Checks).HasColumnName("checks");
        row.Property(charge => charge.PaymentId).Text("payment_id");
        row.Property(charge => charge.SubscriptionId).Text("subscription_id");
        row.Property(charge => charge.SubscriptionIds).Text("subscription_ids");
        row.Property(charge => charge.ChargedAmount).HasColumnName("charged_amount");
        row.Property(charge => charge.ChargedCurrency).Text("charged_currency");
        row.Property(charge => charge.PriceShownAmount).HasColumnName("price_shown_amount");
        row.Property(charge => charge.PriceShownCurrency).Text("price_shown_currency");
        row.Property(charge => charge.DeclineCode).Text("decline_code");
        row.Property(charge => charge.RefusalReason).HasColumnName("refusal_reason").HasConversion<int?>();
        row.Property(charge => charge.RefusalCode).Text("refusal_code");
        row.Property(charge => charge.RefusalExplanation).Text("refusal_explanation");
        row.Property(charge => charge.ActionUrl).Text("action_url");
        row.Property(charge => charge.CheckoutUrl).Text("checkout_url");
        row.Property(charge => charge.CheckoutSessionId).Text("checkout_session_id");
        row.Property(charge => charge.CheckoutExpiresAt).Time("checkout_expires_at");
        row.Property(charge => charge.CheckoutReason).HasColumnName("checkout_reason").HasConversion<int?>();
        row.Property(charge => charge.Details).Text("details");
        row.Property(charge => charge.Attempts).Text("attempts");
        row.Property(charge => charge.AttemptId).Key("attempt_id", MaxAttemptIdLength, keyCollation);
    }
}
