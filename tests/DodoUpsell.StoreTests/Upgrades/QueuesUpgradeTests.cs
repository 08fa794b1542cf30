using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.StoreTests.Upgrades;

/// <summary>
/// Tests the script that upgrades tables from before deliveries were leased from a queue, with rows as they were
/// written then.
/// </summary>
public sealed class QueuesUpgradeTests(PostgresDatabases databases)
{
    private const string OldRows = """
        INSERT INTO dodo_webhook_deliveries (account, webhook_id, event_type, body, sent_at, occurred_at, fresh_at,
            subject, leased_subject, received_at, state, attempts, due_at, lease_token, leased_until, finished_at) VALUES
        ('', 'msg_done', 'payment.succeeded', '{}', '2026-01-15T12:00:00Z', '2026-01-15T12:00:00Z', '2026-01-15T12:00:00Z',
            'payment:pay_1', NULL, '2026-01-15T12:00:00Z', 2, 1, '2026-01-15T12:00:00Z', NULL, NULL, '2026-01-15T12:00:01Z'),
        ('', 'msg_leased', 'payment.succeeded', '{}', '2026-01-15T12:00:01Z', '2026-01-15T12:00:01Z', '2026-01-15T12:00:01Z',
            'payment:pay_1', 'payment:pay_1', '2026-01-15T12:00:01Z', 1, 1, '2026-01-15T12:00:01Z',
            '11111111-1111-1111-1111-111111111111', '2026-01-15T12:10:00Z', NULL),
        ('', 'msg_waiting', 'payment.succeeded', '{}', '2026-01-15T12:00:02Z', '2026-01-15T12:00:02Z', '2026-01-15T12:00:02Z',
            'payment:pay_1', NULL, '2026-01-15T12:00:02Z', 0, 0, '2026-01-15T12:00:02Z', NULL, NULL, NULL);
        INSERT INTO dodo_charges (account, environment, charge_key, write_id, fingerprint, flow, customer_id, state, version,
            claimed_at, settled_at, next_check_at, checks, subscription_ids, attempts) VALUES
        ('', 1, 'order-1', gen_random_uuid(), '0F', 'upsell', 'cus_1', 4, 3, '2026-01-15T12:00:00Z', '2026-01-15T12:01:00Z',
            NULL, 0, '[]', '[]'),
        ('', 1, 'order-2', gen_random_uuid(), '0F', 'upsell', 'cus_1', 2, 3, '2026-01-15T12:00:00Z', NULL,
            '2026-01-15T12:05:00Z', 0, '[]', '[]')
        """;

    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_was_leased_and_waiting_before_goes_on_in_order()
    {
        await using var node = new Node(await UpgradedAsync());
        var store = EntityFrameworkWebhookInboxStore.Create(node);

        Assert.Empty(await store.LeaseDueAsync(Noon.AddMinutes(1), Noon.AddMinutes(11), 5));
        Assert.True(await store.CompleteAsync("msg_leased", Guid.Parse(new string('1', 32)), Noon.AddMinutes(1)));
        Assert.Equal(
            "msg_waiting",
            Assert.Single(await store.LeaseDueAsync(Noon.AddMinutes(1), Noon.AddMinutes(11), 5)).Id
        );
        Assert.Equal(
            ["msg_done", "msg_leased"],
            (await store.ListAsync(InboxState.Completed, 5)).Select(delivery => delivery.Id)
        );
    }

    [Fact]
    public async Task Charges_are_leased_and_pruned_as_before()
    {
        await using var node = new Node(await UpgradedAsync());
        var ledger = node.Ledger("");

        var due = Assert.Single(
            await ledger.LeaseDueAsync(DodoEnvironment.Test, Noon.AddMinutes(5), Noon.AddMinutes(8), 5)
        );
        Assert.Equal("order-2", due.Key.Value);
        Assert.Equal(1, await ledger.PruneAsync(DodoEnvironment.Test, Noon.AddDays(1)));
        Assert.Null(await ledger.FindAsync(DodoEnvironment.Test, "order-1"));
    }

    [Fact]
    public async Task An_upgraded_database_has_the_shape_of_a_new_one() =>
        Assert.Equal(
            await Schema.ShapeAsync(await databases.CreateWithTablesAsync()),
            await Schema.ShapeAsync(await UpgradedAsync())
        );

    private async Task<string> UpgradedAsync()
    {
        var database = await databases.CreateAsync();
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.ReadOldTables("environments") + OldRows);
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.Read("environments.to.queues"));
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.Read("queues.to.offers"));
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.Read("offers.to.backoffice"));
        return database;
    }
}
