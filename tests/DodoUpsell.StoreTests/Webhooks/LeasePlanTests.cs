using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace DodoUpsell.StoreTests.Webhooks;

/// <summary>PostgreSQL plans a prepared statement of the queue a few times only, whatever the account.</summary>
public sealed class LeasePlanTests(PostgresDatabases databases)
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_small_account_does_not_make_the_database_plan_each_lease_again()
    {
        // One connection, as PostgreSQL keeps plans and their costs for each connection.
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(await databases.CreateWithTablesAsync())
            {
                MaxPoolSize = 1,
                MaxAutoPrepare = 50,
            }
        );
        var contexts = new PooledDbContextFactory<DodoUpsellDbContext>(
            new DbContextOptionsBuilder<DodoUpsellDbContext>().UseNpgsql(source).Options
        );
        var large = $"large-{Guid.NewGuid():N}";
        await ExecuteAsync(
            source,
            $"""
            INSERT INTO dodo_webhook_deliveries (account, webhook_id, event_type, body, sent_at, occurred_at, fresh_at,
                subject, received_at, state, attempts, due_at, finished_at, waits_behind)
            SELECT '{large}', 'kept_' || i, 'payment.succeeded', '', now(), now(), now(), 'payment:' || i, now(), 2, 1,
                now(), now(), 0
            FROM generate_series(1, 20000) i
            """
        );
        await ExecuteAsync(source, "ANALYZE dodo_webhook_deliveries");

        foreach (var account in new[] { $"small-{Guid.NewGuid():N}", large })
            await LeaseAsync(EntityFrameworkWebhookInboxStore.Create(contexts, account), 40);

        await using var command = source.CreateCommand(
            "SELECT custom_plans, statement FROM pg_prepared_statements WHERE statement LIKE '%busy AS MATERIALIZED%'"
        );
        await using var plans = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        Assert.True(await plans.ReadAsync(TestContext.Current.CancellationToken), "The lease was not prepared.");
        do Assert.InRange(plans.GetInt64(0), 1, 5);
        while (await plans.ReadAsync(TestContext.Current.CancellationToken));
    }

    private static async Task LeaseAsync(EntityFrameworkWebhookInboxStore store, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await store.AddAsync(
                new()
                {
                    Id = $"msg_{i}",
                    Account = store.Account,
                    Body = "{}"u8.ToArray(),
                    ReceivedAt = Noon,
                    DueAt = Noon,
                }
            );
            var leased = Assert.Single(await store.LeaseDueAsync(Noon, Noon.AddMinutes(2), 4));
            Assert.True(await store.CompleteAsync(leased.Id, leased.LeaseToken!.Value, Noon));
        }
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
