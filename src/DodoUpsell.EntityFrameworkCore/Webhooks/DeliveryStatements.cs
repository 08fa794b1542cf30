using System.Data.Common;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Leases;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Webhooks;

/// <summary>The database statements on the webhook deliveries of one account.</summary>
internal sealed class DeliveryStatements(DbContext context, string account, ExactKeys keys)
{
    public LeaseStatements<DeliveryRow> Leases => new(Mine, account, QueueAsync);

    // Global query filters of the app's context must not apply to this table.
    private IQueryable<DeliveryRow> Mine =>
        context.Set<DeliveryRow>().AsNoTracking().IgnoreQueryFilters().Where(row => row.Account == account);

    public async Task<bool> InsertAsync(InboxDelivery delivery, CancellationToken cancellationToken)
    {
        Task<bool> IsTakenAsync() => Leases.ExistsAsync(delivery.Id, cancellationToken);
        if (
            await RowInsert
                .TryAsync(context, DeliveryRows.Of(delivery), IsTakenAsync, cancellationToken)
                .ConfigureAwait(false)
        )
            return true;

        // The id must be the same exactly, however the database compares.
        await IsTakenAsync().ConfigureAwait(false);
        return false;
    }

    public async Task<IReadOnlyList<InboxDelivery>> LeaseDueAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    ) =>
        (await Leases.LeaseDueAsync(now, until, maxCount, cancellationToken).ConfigureAwait(false))
            .Select(DeliveryRows.Delivery)
            .ToList();

    public async Task<WebhookInboxTurn?> CompleteAndLeaseAsync(
        IReadOnlyList<InboxDelivery> handled,
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    ) =>
        await Leases
            .CompleteAndLeaseAsync(
                [.. handled.Select(delivery => (delivery.Id, delivery.LeaseToken ?? default))],
                now,
                until,
                maxCount,
                cancellationToken
            )
            .ConfigureAwait(false)
            is var (completed, leased)
            ? new WebhookInboxTurn(completed, [.. leased.Select(DeliveryRows.Delivery)])
            : null;

    public async Task<InboxDelivery?> FindAsync(string id, CancellationToken cancellationToken) =>
        await Leases.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } row
            ? DeliveryRows.Delivery(row)
            : null;

    public async Task<InboxDelivery?> FindNewestAsync(string subject, CancellationToken cancellationToken)
    {
        if (subject.Length == 0)
            return null;

        // If several deliveries are equally new, the ordinal order of their ids decides, which not every database
        // supports. Therefore all of them are read.
        var ofSubject = Mine.Where(row => row.Subject == subject);
        var newest = Provider.IsPostgres(context)
            ? await RawSql
                .ReadAsync(
                    context,
                    NewestOnPostgres,
                    command => [.. Scope(command), command.With("subject", StoredText.Of(subject))],
                    DeliveryRows.Read,
                    cancellationToken
                )
                .ConfigureAwait(false)
            : await ofSubject
                .Where(row => row.FreshAt == ofSubject.Max(other => other.FreshAt))
                .ToListAsync(cancellationToken)
                .ConfigureAwait(false);

        foreach (var row in newest)
        {
            // The object of another subject must not be used for this one.
            KeyComparison.Require(row.Account, account);
            KeyComparison.Require(row.Subject, StoredText.Of(subject));
        }

        return newest
            .Select(DeliveryRows.Delivery)
            .Aggregate(
                (InboxDelivery?)null,
                (best, delivery) => best is null || delivery.CompareFreshness(best) > 0 ? delivery : best
            );
    }

    public async Task<IReadOnlyList<InboxDelivery>> ListAsync(
        InboxState state,
        int maxCount,
        InboxDelivery? after,
        CancellationToken cancellationToken
    )
    {
        var page = await Leases
            .ListAsync(
                state,
                maxCount,
                after is null ? null : (StoredTime.Of(after.ReceivedAt), after.Id),
                cancellationToken
            )
            .ConfigureAwait(false);
        return page.ConvertAll(DeliveryRows.Delivery);
    }

    public async Task<IReadOnlyList<InboxDelivery>> ListOfSubjectAsync(
        string subject,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        if (subject.Length == 0)
            return [];
        var stored = StoredText.Of(subject);
        var rows = await Mine.Where(row => row.Subject == stored)
            .OrderByDescending(row => row.FreshAt)
            .ThenByDescending(row => row.OccurredAt)
            .Take(maxCount)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        foreach (var row in rows)
        {
            KeyComparison.Require(row.Account, account);
            KeyComparison.Require(row.Subject, stored);
        }

        return rows.ConvertAll(DeliveryRows.Delivery);
    }

    public Task<int> PruneAsync(DateTime completedBefore, DateTime parkedBefore, CancellationToken cancellationToken) =>
        Leases.PruneAsync(completedBefore, parkedBefore, cancellationToken);

    private async Task<LeaseQueue<DeliveryRow>> QueueAsync(CancellationToken cancellationToken)
    {
        if (await keys.OnPostgresAsync<DeliveryRow>(context, cancellationToken).ConfigureAwait(false))
            return new PostgresLeaseQueue<DeliveryRow>(
                context,
                Scope,
                DeliveryRows.ReadLeased,
                DeliveryRules.InSql(context)
            );
        return await keys.OnSqliteAsync<DeliveryRow>(context, cancellationToken).ConfigureAwait(false)
            ? new SqliteLeaseQueue<DeliveryRow>(context, Scope, DeliveryRows.ReadLeased, DeliveryRules.InSql(context))
            : new PortableLeaseQueue<DeliveryRow>(Mine, account, DeliveryRules.Portable(Mine));
    }

    // The index has the order of the times. A sort by the id as well would read all rows of the subject, so it is
    // applied to the rows with the newest times only.
    private string NewestOnPostgres
    {
        get
        {
            var table = Table.Of<DeliveryRow>(context).Name;
            return $"""
                WITH newest AS MATERIALIZED (
                    SELECT fresh_at, occurred_at FROM {table} WHERE account = @account AND subject = @subject
                    ORDER BY fresh_at DESC, occurred_at DESC LIMIT 1
                )
                SELECT * FROM {table} WHERE account = @account AND subject = @subject
                    AND fresh_at = (SELECT fresh_at FROM newest) AND occurred_at = (SELECT occurred_at FROM newest)
                ORDER BY webhook_id COLLATE "C" DESC LIMIT 1
                """;
        }
    }

    private IEnumerable<DbParameter> Scope(DbCommand command) => [command.With("account", account)];
}
