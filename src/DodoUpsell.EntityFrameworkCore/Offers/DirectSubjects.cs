using System.Data.Common;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.Offers;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>
/// Links and erases subjects on PostgreSQL and SQLite. All statements are one round trip and one transaction.
/// </summary>
internal sealed class DirectSubjects(OfferScope scope)
{
    private const int MaxAttempts = 10;

    public async Task<bool> LinkAsync(LinkRow link, CancellationToken cancellationToken)
    {
        var links = Table.Of<LinkRow>(scope.Context);
        var linked = $"SELECT user_id FROM {links.Name} WHERE {OfferScope.Owned} AND customer_id = @customer";

        // If the customer is linked to another user, no row is moved.
        var own = $"{OfferScope.Owned} AND EXISTS ({linked} AND user_id = @user)";
        var (offers, assignments) = (scope.Name<OfferRow>(), scope.Name<AssignmentRow>());
        const string OtherIsOwned = "other.account = @account AND other.environment = @environment";
        const string MovedSlot = "substr(moved.slot, 1, length(moved.slot) - length(@from)) || @to";
        string Assigned(string subject) =>
            $"SELECT 1 FROM {assignments} other WHERE {OtherIsOwned} AND other.experiment_key = kept.experiment_key "
            + $"AND other.subject_id = {subject}";
        var sql = $"""
            {links.InsertUnlessTaken};
            UPDATE {offers} AS moved SET subject_id = @to, version = version + 1, slot = CASE
                WHEN slot IS NULL OR substr(slot, length(slot) - length(@from)) <> ':' || @from THEN slot
                WHEN EXISTS (SELECT 1 FROM {offers} other WHERE {OtherIsOwned} AND other.slot = {MovedSlot}) THEN NULL
                ELSE {MovedSlot} END
            WHERE {own} AND subject_id = @from;
            UPDATE {scope.Name<MoneyRow>()} SET subject_id = @to WHERE {own} AND subject_id = @from;
            UPDATE {scope.Name<ReceiptRow>()} SET subject_id = @to WHERE {own} AND subject_id = @from;
            DELETE FROM {assignments} AS kept WHERE {own} AND subject_id = @to
                AND EXISTS ({Assigned("@from")} AND other.assigned_at < kept.assigned_at);
            DELETE FROM {assignments} AS kept WHERE {own} AND subject_id = @from AND EXISTS ({Assigned("@to")});
            UPDATE {assignments} SET subject_id = @to WHERE {own} AND subject_id = @from;
            {linked}
            """;
        var users = await AgainAsync(() =>
                RawSql.ReadAsync(
                    scope.Context,
                    sql,
                    command =>
                        [
                            .. links.Parameters(command, "p", link),
                            .. scope.Owner(command),
                            command.With("customer", link.CustomerId),
                            command.With("user", link.UserId),
                            command.With("from", SubjectRules.IdOfCustomer(link.CustomerId)),
                            command.With("to", SubjectRules.IdOfUser(link.UserId)),
                        ],
                    row => row.GetString(0),
                    cancellationToken
                )
            )
            .ConfigureAwait(false);

        // The link can have been erased after it was found.
        return users.Contains(link.UserId, StringComparer.Ordinal);
    }

    public Task<int> EraseAsync(
        OfferSubject subject,
        bool eraseReceipts,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var ids = SubjectRules.StoredIdsOf(subject);
        var stored =
            $"{OfferScope.Owned} AND subject_id IN ({string.Join(", ", ids.Index().Select(id => $"@s{id.Index}"))})";
        var sql = $"""
            DELETE FROM {scope.Name<OfferRow>()} WHERE {stored} AND state <> {(int)OfferState.Accepting};
            DELETE FROM {scope.Name<LinkRow>()} WHERE {OfferScope.Owned} AND user_id = @user;
            DELETE FROM {scope.Name<AssignmentRow>()} WHERE {stored};
            DELETE FROM {scope.Name<MoneyRow>()} WHERE {stored}
            """;
        if (eraseReceipts)
            sql += $"""
                ;
                UPDATE {scope.Name<ReceiptRow>()} SET json = NULL, subject_id = NULL, erased_at = @now WHERE {stored}
                """;
        return AgainAsync(() =>
            RawSql.ExecuteAsync(
                scope.Context,
                sql,
                command =>
                    [
                        .. scope.Owner(command),
                        command.With("user", subject.UserId),
                        .. ids.Index().Select(id => command.With($"s{id.Index}", id.Item)),
                        .. eraseReceipts ? [command.With("now", now)] : Array.Empty<DbParameter>(),
                    ],
                cancellationToken
            )
        );
    }

    // A slot or an assignment of the user that was stored at the same moment violates a unique key, and statements on
    // several rows can deadlock with those of another server. The database has rolled back everything.
    private static async Task<T> AgainAsync<T>(Func<Task<T>> statements)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await statements().ConfigureAwait(false);
            }
            catch (DbException e) when (e.SqlState is "23505" or "40001" or "40P01" && attempt < MaxAttempts) { }
            catch (DbException e)
            {
                throw new DbUpdateException("The rows of a subject could not be changed.", e);
            }
        }
    }
}
