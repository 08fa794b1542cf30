using System.Data.Common;
using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DodoUpsell.StoreTests.Sqlite;

/// <summary>Tests how the store writes to SQLite: durably, and with the lock from the beginning.</summary>
public sealed class SqliteWriteTests(SqliteDatabases databases)
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_first_write_sets_the_journal_mode_of_the_file_to_wal()
    {
        var database = await databases.CreateWithTablesAsync();
        Assert.False(await IsWalAsync(database));
        await using var node = new Node(database);

        await node.Ledger("").ClaimAsync(ClaimingProcess.Claim("order-1"));

        Assert.True(await IsWalAsync(database));
    }

    [Fact]
    public async Task The_journal_mode_is_left_when_another_connection_uses_the_file()
    {
        var database = await databases.CreateWithTablesAsync();
        await using var reader = new SqliteConnection(database);
        await reader.OpenAsync(TestContext.Current.CancellationToken);
        await using var reading = reader.BeginTransaction(deferred: true);
        await using var command = reader.CreateCommand();
        command.CommandText = "SELECT count(*) FROM dodo_charges";
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await using var node = new Node(
            database,
            retries: false,
            new Meanwhile(
                "INSERT",
                async () =>
                {
                    await rows.DisposeAsync();
                    await reading.RollbackAsync();
                }
            )
        );

        Assert.True((await node.Ledger("").ClaimAsync(ClaimingProcess.Claim("order-1"))).Granted);

        Assert.False(await IsWalAsync(database));
        Assert.True((await node.Ledger("").ClaimAsync(ClaimingProcess.Claim("order-2"))).Granted);
        Assert.True(await IsWalAsync(database));
    }

    [Fact]
    public async Task A_claim_is_on_disk_even_if_the_app_has_lowered_the_level_of_its_connections()
    {
        var levels = new List<string>();
        await using var node = new Node(
            await databases.CreateWithTablesAsync(),
            retries: false,
            new LowersTheLevel(),
            new ReadsTheLevel(levels)
        );

        await node.Ledger("").ClaimAsync(ClaimingProcess.Claim("order-1"));

        Assert.Equal(["2"], levels);
    }

    [Fact]
    public async Task Every_statement_that_writes_runs_in_a_transaction()
    {
        var outside = new OutsideTransactions();
        await using var node = new Node(await databases.CreateWithTablesAsync(), retries: false, outside);
        var ledger = node.Ledger("");
        var claim = (await ledger.ClaimAsync(ClaimingProcess.Claim("order-1") with { NextCheckAt = Noon })).Record;
        Assert.Single(await ledger.LeaseDueAsync(Noon, Noon.AddMinutes(1), 5));
        var settled = claim with
        {
            Version = 1,
            State = ChargeState.NotCharged,
            SettledAt = Noon,
            NextCheckAt = null,
        };
        Assert.True(await ledger.TryUpdateAsync(settled, settled.Settlement("settlement-1")));
        Assert.Equal(1, await ledger.PruneAsync(Noon.AddDays(1)));
        var held = new SubscriptionLock
        {
            Environment = DodoEnvironment.Test,
            SubscriptionId = "sub_1",
            Holder = "order-1",
            LockedAt = Noon,
        };
        Assert.True(await ledger.TryLockAsync(held));
        Assert.True(await ledger.TryLockAsync(held with { Version = 1 }));
        Assert.False(await ledger.TryLockAsync(held with { Version = 1 }));
        var inbox = EntityFrameworkWebhookInboxStore.Create(node);
        await inbox.AddAsync(Delivery("msg_1"));
        await inbox.AddAsync(Delivery("msg_2"));
        var leased = Assert.Single(await inbox.LeaseDueAsync(Noon, Noon.AddMinutes(1), 5));
        Assert.True(await inbox.ExtendAsync(leased.Id, leased.LeaseToken!.Value, Noon.AddMinutes(2)));
        Assert.True(await inbox.CompleteAsync(leased.Id, leased.LeaseToken!.Value, Noon));
        Assert.True(await inbox.ReplayAsync("msg_1", Noon));
        Assert.Equal(0, await inbox.PruneAsync(Noon.AddDays(1), Noon.AddDays(1)));

        Assert.Empty(outside.Writes);
        Assert.True(outside.Count > 10);
    }

    [Fact]
    public async Task Inside_a_transaction_of_the_app_that_holds_the_lock_a_claim_fails_and_nothing_is_written()
    {
        var database = await databases.CreateWithTablesAsync();
        var options = new DbContextOptionsBuilder<DodoUpsellDbContext>()
            .UseSqlite($"{database};Default Timeout=1")
            .Options;
        var ledger = EntityFrameworkChargeLedger.Create(new Contexts(options));
        await using var shop = new DodoUpsellDbContext(options);
        await using (await shop.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            var e = await Assert.ThrowsAsync<DbUpdateException>(() =>
                ledger.ClaimAsync(ClaimingProcess.Claim("order-1"))
            );
            Assert.Contains("inside a transaction of your own", e.Message, StringComparison.Ordinal);
            Assert.Null(await ledger.FindAsync("order-1"));
        }

        Assert.True((await ledger.ClaimAsync(ClaimingProcess.Claim("order-1"))).Granted);
    }

    [Fact]
    public async Task A_claim_waits_for_the_transaction_of_another_process()
    {
        var database = await databases.CreateWithTablesAsync();
        await using var other = new SqliteConnection(database);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var writing = other.BeginTransaction(deferred: false);
        var asks = new AsksForTheLock();
        await using var node = new Node(database, retries: false, asks);
        var claiming = Task.Run(() => node.Ledger("").ClaimAsync(ClaimingProcess.Claim("order-1")));
        await asks.Asked;
        Assert.False(claiming.IsCompleted);

        await writing.CommitAsync(TestContext.Current.CancellationToken);

        Assert.True((await claiming).Granted);
    }

    private static InboxDelivery Delivery(string id) =>
        new()
        {
            Id = id,
            Subject = "payment:pay_1",
            ReceivedAt = Noon,
            SentAt = Noon,
            OccurredAt = Noon,
            DueAt = Noon,
        };

    // A connection may not have noticed a change of the mode, so the header of the file is read.
    private static async Task<bool> IsWalAsync(string connectionString)
    {
        await using var file = File.Open(
            new SqliteConnectionStringBuilder(connectionString).DataSource,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite
        );
        var header = new byte[20];
        await file.ReadExactlyAsync(header);
        return header[18] == 2 && header[19] == 2;
    }

    private sealed class Contexts(DbContextOptions<DodoUpsellDbContext> options)
        : IDbContextFactory<DodoUpsellDbContext>
    {
        public DodoUpsellDbContext CreateDbContext() => new(options);
    }

    private sealed class LowersTheLevel : DbConnectionInterceptor
    {
        public override Task ConnectionOpenedAsync(
            DbConnection connection,
            ConnectionEndEventData eventData,
            CancellationToken cancellationToken = default
        )
        {
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA synchronous = NORMAL";
            command.ExecuteNonQuery();
            return Task.CompletedTask;
        }
    }

    private sealed class ReadsTheLevel(List<string> levels) : DbCommandInterceptor
    {
        public override async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            await using var look = command.Connection!.CreateCommand();
            (look.CommandText, look.Transaction) = ("PRAGMA synchronous", command.Transaction);
            levels.Add((await look.ExecuteScalarAsync(cancellationToken))!.ToString()!);
            return result;
        }
    }

    private sealed class AsksForTheLock : DbTransactionInterceptor
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection,
            TransactionStartingEventData eventData,
            InterceptionResult<DbTransaction> result,
            CancellationToken cancellationToken = default
        )
        {
            _asked.TrySetResult();
            return ValueTask.FromResult(result);
        }
    }

    private sealed class OutsideTransactions : DbCommandInterceptor
    {
        public List<string> Writes { get; } = [];

        public int Count { get; private set; }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<int> result,
            CancellationToken cancellationToken = default
        )
        {
            Look(command);
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command,
            CommandEventData eventData,
            InterceptionResult<DbDataReader> result,
            CancellationToken cancellationToken = default
        )
        {
            if (!command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
                Look(command);
            return ValueTask.FromResult(result);
        }

        private void Look(DbCommand command)
        {
            Count++;
            if (command.Transaction is null)
                Writes.Add(command.CommandText);
        }
    }
}
