using DodoUpsell.StoreTests.Offers;
using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.StoreTests.Upgrades;

/// <summary>
/// Tests the script that adds the tables of offers, with rows of the other tables as they were written before.
/// </summary>
public sealed class OffersUpgradeTests(PostgresDatabases databases)
{
    private const string OldRows = """
        INSERT INTO dodo_webhook_deliveries (account, webhook_id, event_type, body, sent_at, occurred_at, fresh_at,
            subject, received_at, state, attempts, due_at, waits_behind) VALUES
        ('', 'msg_1', 'payment.succeeded', '{}', '2026-01-15T12:00:00Z', '2026-01-15T12:00:00Z', '2026-01-15T12:00:00Z',
            'payment:pay_1', '2026-01-15T12:00:00Z', 0, 0, '2026-01-15T12:00:00Z', 0);
        INSERT INTO dodo_charges (account, environment, charge_key, write_id, fingerprint, flow, customer_id, state, version,
            claimed_at, next_check_at, checks, subscription_ids, attempts) VALUES
        ('', 1, 'order-1', gen_random_uuid(), '0F', 'upsell', 'cus_1', 2, 3, '2026-01-15T12:00:00Z', '2026-01-15T12:05:00Z',
            0, '[]', '[]')
        """;

    [Fact]
    public async Task Charges_and_deliveries_stay_and_offers_can_be_stored()
    {
        await using var node = new Node(await UpgradedAsync());
        var store = EntityFrameworkOfferStore.Create(node);

        await store.AddPaidAsync(OfferSamples.Offer("ofr_1", "purchase:pay_1"));

        OfferSamples.AssertChain(await store.ReadReceiptsAsync(DodoEnvironment.Test).ToListAsync());
        Assert.Equal(ChargeState.Waiting, (await node.Ledger("").FindAsync("order-1"))!.State);
        Assert.NotNull(await EntityFrameworkWebhookInboxStore.Create(node).FindAsync("msg_1"));
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
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.ReadOldTables("queues") + OldRows);
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.Read("queues.to.offers"));
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.Read("offers.to.backoffice"));
        return database;
    }
}
