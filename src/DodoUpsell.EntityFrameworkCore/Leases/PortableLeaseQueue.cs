using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Leases;

/// <summary>The statements that EF Core translates for every relational database.</summary>
/// <remarks>
/// Each change is a single-row statement that compares the state on which it is based, so changes cannot deadlock and
/// no node overwrites the change of another.
/// </remarks>
/// <param name="mine">The rows of one account, and of one environment if the table has environments.</param>
/// <param name="account">The exact name of the account (ordinal). The database may compare it differently.</param>
/// <param name="rules">What differs from other tables.</param>
[SuppressMessage(
    "Globalization",
    "CA1309:Use ordinal string comparison",
    Justification = "The database compares in its own order, which only affects the order of rows with equal times."
)]
internal sealed class PortableLeaseQueue<TRow>(IQueryable<TRow> mine, string account, LeaseRules<TRow> rules)
    : LeaseQueue<TRow>
    where TRow : LeasedRow
{
    private const int PruneBatch = 500;

    public override async Task<IReadOnlyList<TRow>> LeaseDueAsync(
        DateTime now,
        DateTime until,
        int maxCount,
        CancellationToken cancellationToken
    )
    {
        await EndLostLeasesAsync(now, cancellationToken).ConfigureAwait(false);
        var tokens = new List<Guid?>();
        for (var lost = true; lost && tokens.Count < maxCount; )
        {
            lost = false;
            foreach (
                var candidate in await CandidatesAsync(maxCount - tokens.Count, now, cancellationToken)
                    .ConfigureAwait(false)
            )
            {
                KeyComparison.Require(candidate.Account, account);
                var token = Guid.NewGuid();
                if (await TryLeaseAsync(candidate, token, now, until, cancellationToken).ConfigureAwait(false))
                    tokens.Add(token);
                else
                    lost = true;
            }
        }

        if (tokens.Count == 0)
            return [];
        var leased = await mine.Where(row => row.State == InboxState.Leased && tokens.Contains(row.LeaseToken))
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return leased.OrderBy(row => tokens.IndexOf(row.LeaseToken)).ToList();
    }

    public override async Task<bool> EndAsync(
        string id,
        Guid leaseToken,
        LeaseEnd end,
        CancellationToken cancellationToken
    ) =>
        await Held(id, leaseToken)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(row => row.State, end.State)
                        .SetProperty(row => row.Attempts, row => row.Attempts - end.Uncounted)
                        .SetProperty(row => row.DueAt, row => end.DueAt ?? row.DueAt)
                        .SetProperty(row => row.FinishedAt, row => end.FinishedAt ?? row.FinishedAt)
                        .SetProperty(row => row.LastError, row => end.Error ?? row.LastError)
                        .SetProperty(row => row.LeaseToken, (Guid?)null)
                        .SetProperty(row => row.LeasedUntil, (DateTime?)null)
                        .SetProperty(row => row.LeasedSubject, (string?)null),
                cancellationToken
            )
            .ConfigureAwait(false) == 1;

    public override async Task<DateTime?> FindNextDueAsync(DateTime now, CancellationToken cancellationToken)
    {
        var due = await Waiting(now).MinAsync(row => (DateTime?)row.DueAt, cancellationToken).ConfigureAwait(false);
        var free = await mine.Where(row => row.State == InboxState.Leased)
            .MinAsync(row => row.LeasedUntil, cancellationToken)
            .ConfigureAwait(false);
        return due < free || free is null ? due : free;
    }

    public override async Task<int> PruneAsync(
        DateTime completedBefore,
        DateTime parkedBefore,
        CancellationToken cancellationToken
    )
    {
        var finished = mine.Where(row =>
            (row.State == InboxState.Completed && row.FinishedAt < completedBefore)
            || (row.State == InboxState.Parked && row.FinishedAt < parkedBefore)
        );
        for (var removed = 0; ; )
        {
            var rows = await rules
                .Prunable(finished)
                .OrderBy(row => row.Id)
                .Select(row => new { row.Account, row.Id })
                .Take(PruneBatch)
                .ToListAsync(cancellationToken)
                .ConfigureAwait(false);
            if (rows.Count == 0)
                return removed;
            foreach (var old in rows)
            {
                KeyComparison.Require(old.Account, account);
                // It may have been replayed since it was read.
                removed += await finished
                    .Where(row => row.Id == old.Id)
                    .ExecuteDeleteAsync(cancellationToken)
                    .ConfigureAwait(false);
            }
        }
    }

    // Ends the expired leases of workers that stopped or hung, so that their rows are waiting again.
    private async Task EndLostLeasesAsync(DateTime now, CancellationToken cancellationToken)
    {
        var lost = await mine.Where(row => row.State == InboxState.Leased && row.LeasedUntil <= now)
            .Select(row => new
            {
                row.Account,
                row.Id,
                row.LeaseToken,
            })
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        foreach (var lease in lost)
        {
            KeyComparison.Require(lease.Account, account);
            if (lease.LeaseToken is not { } token)
                continue;
            await Held(lease.Id, token)
                .Where(row => row.LeasedUntil <= now)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.State, InboxState.Waiting)
                            .SetProperty(row => row.LeaseToken, (Guid?)null)
                            .SetProperty(row => row.LeasedUntil, (DateTime?)null)
                            .SetProperty(row => row.LeasedSubject, (string?)null),
                    cancellationToken
                )
                .ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Returns the rows that can be leased now: the first row of each subject without an active lease, and all rows
    /// without a subject.
    /// </summary>
    private Task<List<TRow>> CandidatesAsync(int maxCount, DateTime now, CancellationToken cancellationToken) =>
        Waiting(now)
            .Where(row =>
                row.DueAt <= now
                && (
                    row.Subject == ""
                    || !mine.Any(other =>
                        other.Subject == row.Subject
                        && other.State == InboxState.Waiting
                        && (
                            other.DueAt < row.DueAt
                            || (
                                other.DueAt == row.DueAt
                                && (
                                    other.ArrivedAt < row.ArrivedAt
                                    || (other.ArrivedAt == row.ArrivedAt && string.Compare(other.Id, row.Id) < 0)
                                )
                            )
                        )
                    )
                )
            )
            .OrderBy(row => row.DueAt)
            .ThenBy(row => row.ArrivedAt)
            .ThenBy(row => row.Id)
            .Take(maxCount)
            .ToListAsync(cancellationToken);

    private async Task<bool> TryLeaseAsync(
        TRow candidate,
        Guid token,
        DateTime now,
        DateTime until,
        CancellationToken cancellationToken
    )
    {
        var (id, subject) = (candidate.Id, candidate.Subject.Length == 0 ? null : candidate.Subject);
        try
        {
            var leased = await mine.Where(row => row.Id == id && row.State == InboxState.Waiting && row.DueAt <= now)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(row => row.State, InboxState.Leased)
                            .SetProperty(row => row.Attempts, row => row.Attempts + 1)
                            .SetProperty(row => row.LeaseToken, token)
                            .SetProperty(row => row.LeasedUntil, until)
                            .SetProperty(row => row.LeasedSubject, subject),
                    cancellationToken
                )
                .ConfigureAwait(false);

            // If the row is leased with this token, the result of the first execution was lost and the execution
            // strategy repeated it.
            return leased == 1 || await Held(id, token).AnyAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (DbException) when (subject is not null)
        {
            // Either the unique index detected that another node leased a row of the subject first, or the update
            // failed for another reason.
            if (await mine.AnyAsync(row => row.LeasedSubject == subject, cancellationToken).ConfigureAwait(false))
                return false;
            throw;
        }
    }

    private IQueryable<TRow> Waiting(DateTime now) =>
        mine.Where(row =>
            row.State == InboxState.Waiting
            && (row.Subject == "" || !mine.Any(other => other.LeasedSubject == row.Subject && other.LeasedUntil > now))
        );

    private IQueryable<TRow> Held(string id, Guid leaseToken) =>
        mine.Where(row => row.Id == id && row.State == InboxState.Leased && row.LeaseToken == leaseToken);
}
