using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>
/// The databases whose own statements are used. All others get statements that EF Core translates for every database.
/// </summary>
internal static class Provider
{
    /// <summary>Returns whether the database is PostgreSQL.</summary>
    public static bool IsPostgres(DbContext context) =>
        context.Database.ProviderName == "Npgsql.EntityFrameworkCore.PostgreSQL";

    /// <summary>Returns whether the database is SQLite.</summary>
    public static bool IsSqlite(DbContext context) =>
        context.Database.ProviderName == "Microsoft.EntityFrameworkCore.Sqlite";

    /// <summary>
    /// Returns whether the database is one of those above, which both have <c>INSERT … ON CONFLICT DO NOTHING</c>.
    /// </summary>
    public static bool HasOwnStatements(DbContext context) => IsPostgres(context) || IsSqlite(context);
}
