using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DodoUpsell.StoreTests.Support;

/// <summary>
/// One server of an app that runs on several servers, or one process on SQLite: contexts with their own connection
/// pool.
/// </summary>
internal sealed class Node : IDbContextFactory<DodoUpsellDbContext>, IAsyncDisposable
{
    private static int _pools;

    private readonly NpgsqlDataSource? _connections;
    private readonly DbContextOptions<DodoUpsellDbContext> _options;

    public Node(string connectionString, bool retries = false, params IInterceptor[] interceptors)
    {
        var builder = new DbContextOptionsBuilder<DodoUpsellDbContext>().AddInterceptors(interceptors);
        if (TestDatabase.IsSqlite(connectionString))
        {
            // Nodes whose connection strings differ share neither connections nor the order in which a process writes.
            builder.UseSqlite(
                new SqliteConnectionStringBuilder(connectionString)
                {
                    DefaultTimeout = 60 + Interlocked.Increment(ref _pools),
                }.ConnectionString
            );
        }
        else
        {
            _connections = NpgsqlDataSource.Create(
                new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 40 }
            );
            builder.UseNpgsql(
                _connections,
                npgsql =>
                {
                    if (retries)
                        npgsql.EnableRetryOnFailure(
                            maxRetryCount: 3,
                            maxRetryDelay: TimeSpan.FromMilliseconds(1),
                            errorCodesToAdd: null
                        );
                }
            );
        }

        _options = builder.Options;
    }

    public DodoUpsellDbContext CreateDbContext() => new(_options);

    public IChargeLedger Ledger(string account) => EntityFrameworkChargeLedger.Create(this, account);

    public ValueTask DisposeAsync() => _connections?.DisposeAsync() ?? ValueTask.CompletedTask;
}
