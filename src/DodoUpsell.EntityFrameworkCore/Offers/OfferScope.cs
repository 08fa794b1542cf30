using System.Data.Common;
using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>The rows of offers of one account in one environment, and how statements on them are written.</summary>
internal sealed class OfferScope(DbContext context, string account, DodoEnvironment environment, ExactKeys keys)
{
    /// <summary>The condition of SQL statements on the rows of the scope.</summary>
    public const string Owned = "account = @account AND environment = @environment";

    public DbContext Context => context;

    public string Account => account;

    public DodoEnvironment Environment => environment;

    /// <summary>
    /// Returns whether statements written as SQL are used: on PostgreSQL and SQLite, if the database tells different
    /// keys apart.
    /// </summary>
    public async ValueTask<bool> IsDirectAsync(CancellationToken cancellationToken) =>
        await keys.OnPostgresAsync<OfferRow>(context, cancellationToken).ConfigureAwait(false)
        || await keys.OnSqliteAsync<OfferRow>(context, cancellationToken).ConfigureAwait(false);

    // Global query filters of the app's context must not apply to these tables.
    public IQueryable<TRow> Rows<TRow>()
        where TRow : OwnedRow =>
        context
            .Set<TRow>()
            .AsNoTracking()
            .IgnoreQueryFilters()
            .Where(row => row.Account == account && row.Environment == environment);

    public string Name<TRow>()
        where TRow : OwnedRow => Table.Of<TRow>(context).Name;

    /// <summary>Returns the parameters of <see cref="Owned"/>.</summary>
    public IEnumerable<DbParameter> Owner(DbCommand command) =>
        [command.With("account", account), command.With("environment", (int)environment)];

    /// <summary>Returns the row if it belongs to exactly this account.</summary>
    /// <exception cref="InvalidOperationException">The database compares account names in another way.</exception>
    public TRow Mine<TRow>(TRow row)
        where TRow : OwnedRow => KeyComparison.Exact(row, row.Account, account);
}
