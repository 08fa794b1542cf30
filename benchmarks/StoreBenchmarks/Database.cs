using DodoUpsell;
using DodoUpsell.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace StoreBenchmarks;

/// <summary>A database with the documented tables, and optionally a million ended rows in each large table.</summary>
internal sealed class Database : IAsyncDisposable
{
    private const string KeptRows = """
        INSERT INTO dodo_webhook_deliveries (account, webhook_id, event_type, body, sent_at, occurred_at, fresh_at, subject,
            received_at, state, attempts, due_at, finished_at, waits_behind)
        SELECT '', 'kept_' || i, 'payment.succeeded', convert_to(rpad('{}', 600), 'UTF8'), at, at, at, 'payment:kept_' || i,
            at, 2, 1, at, at, 0
        FROM (SELECT i, timestamptz '$2' + i * interval '0.1 s' AS at FROM generate_series(1, $1) i) kept;
        INSERT INTO dodo_charges (account, environment, charge_key, write_id, fingerprint, flow, customer_id, state, version,
            claimed_at, sent_at, settled_at, checks, payment_id, subscription_ids, charged_amount, charged_currency, attempts,
            attempt_id)
        SELECT '', 1, 'kept-' || i, gen_random_uuid(), '0F', 'upsell', 'cus_' || i % 1000, 4, 2, at, at, at, 0, 'pay_' || i, '[]',
            1900, 'USD', rpad('[]', 150), 'kept-' || i
        FROM (SELECT i, timestamptz '$2' + i * interval '0.1 s' AS at FROM generate_series(1, $1) i) kept;
        INSERT INTO dodo_settlements (account, environment, settlement_id, charge_key, kind, payment_id, amount, currency,
            charge, occurred_at, state, attempts, due_at, finished_at, waits_behind)
        SELECT '', 1, 'kept-' || i, 'kept-' || i, 0, 'pay_' || i, 1900, 'USD', 
            '{"account":"","environment":1,"key":"kept-' || i || '","write_id":"' || gen_random_uuid() || '","fingerprint":"0F",'
            '"flow":"upsell","customer_id":"cus_1","state":4,"version":2,"claimed_at":"2026-01-01T00:00:00Z","checks":0,'
            '"subscription_ids":"[]","attempts":"[]"}', at, 2, 1, at, at, 0
        FROM (SELECT i, timestamptz '$2' + i * interval '0.1 s' AS at FROM generate_series(1, $1) i) kept;
        INSERT INTO dodo_subscription_locks (account, environment, subscription_id, write_id, holder, locked_at, version)
        SELECT '', 1, 'sub_kept_' || i, gen_random_uuid(), 'kept-' || i, timestamptz '2026-01-01', 0
        FROM generate_series(1, $1) i
        """;

    /// <summary>The time from which rows are kept, a tenth of a second apart. The inbox prunes none of them.</summary>
    public static DateTimeOffset KeptFrom { get; } = DateTimeOffset.UtcNow.AddDays(-3);

    private Database(string connectionString)
    {
        ConnectionString = connectionString;
        Source = NpgsqlDataSource.Create(connectionString);
    }

    public string ConnectionString { get; }

    /// <summary>Gets the number of ended rows that were put into each table.</summary>
    public int Kept { get; private init; }

    /// <summary>Gets the connections of the hand-written code.</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Creates a database with the documented tables.</summary>
    public static async Task<Database> CreateAsync(PostgresServer server, string name, int kept)
    {
        await using (var admin = NpgsqlDataSource.Create(server.ConnectionString))
        await using (var create = admin.CreateCommand($"CREATE DATABASE {name}"))
            await create.ExecuteNonQueryAsync();
        var database = new Database(server.ConnectionStringOf(name)) { Kept = kept };
        await database.ExecuteAsync(
            await File.ReadAllTextAsync(RepositoryFolder.PathOf("docs", "store.postgresql.sql"))
        );
        if (kept > 0)
            await database.ExecuteAsync(
                KeptRows
                    .Replace("$1", $"{kept}", StringComparison.Ordinal)
                    .Replace("$2", $"{KeptFrom:O}", StringComparison.Ordinal)
            );
        await database.ExecuteAsync("VACUUM ANALYZE");
        return database;
    }

    public static Database Open(string connectionString) => new(connectionString);

    /// <summary>Returns contexts as an app configures them.</summary>
    /// <param name="interceptors">What watches the statements.</param>
    public IDbContextFactory<DodoUpsellDbContext> Contexts(
        params Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor[] interceptors
    ) =>
        new PooledDbContextFactory<DodoUpsellDbContext>(
            new DbContextOptionsBuilder<DodoUpsellDbContext>()
                .UseNpgsql(
                    new NpgsqlConnectionStringBuilder(ConnectionString) { MaxAutoPrepare = 50 }.ConnectionString,
                    npgsql => npgsql.EnableRetryOnFailure()
                )
                .AddInterceptors(interceptors)
                .Options
        );

    public async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
