using System.Diagnostics.CodeAnalysis;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Leases;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Webhooks;

/// <summary>
/// The rules of deliveries. While another delivery of a subject is kept, the newest one is kept too, because handlers
/// must not receive an older object.
/// </summary>
[SuppressMessage(
    "Globalization",
    "CA1309:Use ordinal string comparison",
    Justification = "The database compares in its own order, which only affects the order of rows with equal times."
)]
internal static class DeliveryRules
{
    public static LeaseRules<DeliveryRow> Portable(IQueryable<DeliveryRow> mine) =>
        new(
            old =>
                old.Where(row =>
                    row.Subject == ""
                    || mine.Any(other =>
                        other.Subject == row.Subject
                        && (
                            other.FreshAt > row.FreshAt
                            || (
                                other.FreshAt == row.FreshAt
                                && (
                                    other.OccurredAt > row.OccurredAt
                                    || (other.OccurredAt == row.OccurredAt && string.Compare(other.Id, row.Id) > 0)
                                )
                            )
                        )
                    )
                    || !mine.Any(other => other.Subject == row.Subject && other.Id != row.Id)
                ),
            ""
        );

    // Scalar subqueries with LIMIT 1 use the index, whatever the statistics say.
    public static LeaseRules<DeliveryRow> InSql(DbContext context)
    {
        var ordinal = Provider.IsPostgres(context) ? "\"C\"" : "BINARY";
        var table = Table.Of<DeliveryRow>(context).Name;
        string Newer(string row) =>
            $"""
                (
                    SELECT true FROM {table} newer WHERE newer.account = @account AND newer.subject = {row}.subject
                        AND (newer.fresh_at, newer.occurred_at, newer.webhook_id COLLATE {ordinal})
                            > ({row}.fresh_at, {row}.occurred_at, {row}.webhook_id COLLATE {ordinal})
                    LIMIT 1
                )
                """;
        return new(
            old => old,
            $"""
            subject = '' OR {Newer("old")} OR (
                SELECT true FROM {table} other WHERE other.account = @account AND other.subject = old.subject
                    AND other.webhook_id <> old.webhook_id
                LIMIT 1
            ) IS NULL
            """,
            $", subject <> '' AND {Newer("leased")} IS NULL AS is_newest"
        );
    }
}
