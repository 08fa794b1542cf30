using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DodoUpsell.StoreTests.Support;

/// <summary>One server of an app that runs on several servers: contexts with their own connection pool.</summary>
internal sealed class Node : IDbContextFactory<DodoUpsellDbContext>, IAsyncDisposable
{
    private readonly NpgsqlDataSource _connections;
    private readonly DbContextOptions<DodoUpsellDbContext> _options;

    public Node(string connectionString, bool retries = false, params IInterceptor[] interceptors)
    {
        _connections = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 40 }
        );
        _options = new DbContextOptionsBuilder<DodoUpsellDbContext>()
            .UseNpgsql(
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
            )
            .AddInterceptors(interceptors)
            .Options;
    }

    public DodoUpsellDbContext CreateDbContext() => new(_options);

    public IChargeLedger Ledger(string account) => EntityFrameworkChargeLedger.Create(this, account);

    public ValueTask DisposeAsync() => _connections.DisposeAsync();
}
