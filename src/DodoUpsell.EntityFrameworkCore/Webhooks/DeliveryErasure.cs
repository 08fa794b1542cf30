using System.Diagnostics.CodeAnalysis;
using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Webhooks;

/// <summary>
/// Finds and erases the bodies of deliveries that contain a text. No index helps to find them, so the table is read in
/// pages, each in a short statement.
/// </summary>
[SuppressMessage(
    "Globalization",
    "CA1309:Use ordinal string comparison",
    Justification = "The database compares in its own order, which is also the order of the pages."
)]
internal sealed class DeliveryErasure(DbContext context, string account)
{
    private const int PageSize = 2000;

    // Global query filters of the app's context must not apply to this table.
    private IQueryable<DeliveryRow> Mine =>
        context.Set<DeliveryRow>().AsNoTracking().IgnoreQueryFilters().Where(row => row.Account == account);

    /// <summary>
    /// Returns one page in the order of the ids: the ids of finished deliveries whose body contains the text, and the
    /// last id of the page, or null if no page follows.
    /// </summary>
    public async Task<(List<string> Found, string? Last)> FindAsync(
        byte[] text,
        string after,
        CancellationToken cancellationToken
    )
    {
        var page = Provider.HasOwnStatements(context)
            ? await DirectAsync(text, after, cancellationToken).ConfigureAwait(false)
            : await PortableAsync(text, after, cancellationToken).ConfigureAwait(false);
        return ([.. page.Where(row => row.IsFound).Select(row => row.Id)], page.Count < PageSize ? null : page[^1].Id);
    }

    /// <summary>Erases a body, unless its subject has deliveries to be handled.</summary>
    public Task<int> EraseAsync(string id, CancellationToken cancellationToken) =>
        Mine.Where(row =>
                row.Id == id
                && (row.State == InboxState.Completed || row.State == InboxState.Parked)
                && (
                    row.Subject == ""
                    || !Mine.Any(other =>
                        other.Subject == row.Subject
                        && (other.State == InboxState.Waiting || other.State == InboxState.Leased)
                    )
                )
            )
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Body, Array.Empty<byte>()), cancellationToken);

    private Task<List<Candidate>> DirectAsync(byte[] text, string after, CancellationToken cancellationToken)
    {
        var contains = Provider.IsPostgres(context) ? "position(@text IN body)" : "instr(body, @text)";
        return RawSql.ReadAsync(
            context,
            $"""
            SELECT webhook_id, CASE WHEN state IN (2, 3) AND {contains} > 0 THEN 1 ELSE 0 END AS is_found
            FROM {Table.Of<DeliveryRow>(context).Name} WHERE account = @account AND webhook_id > @after
            ORDER BY webhook_id LIMIT {PageSize}
            """,
            command => [command.With("account", account), command.With("after", after), command.With("text", text)],
            row => new Candidate(row.GetString(0), row.GetInt32(1) == 1),
            cancellationToken
        );
    }

    private async Task<List<Candidate>> PortableAsync(byte[] text, string after, CancellationToken cancellationToken)
    {
        var page = await Mine.Where(row => string.Compare(row.Id, after) > 0)
            .OrderBy(row => row.Id)
            .Select(row => new
            {
                row.Account,
                row.Id,
                row.State,
                row.Body,
            })
            .Take(PageSize)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return page.ConvertAll(row =>
        {
            KeyComparison.Require(row.Account, account);
            return new Candidate(
                row.Id,
                row.State is InboxState.Completed or InboxState.Parked && row.Body.AsSpan().IndexOf(text) >= 0
            );
        });
    }

    private sealed record Candidate(string Id, bool IsFound);
}
