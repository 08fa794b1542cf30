using DodoUpsell.StoreTests.Operators;
using DodoUpsell.StoreTests.Support;

namespace DodoUpsell.StoreTests.Upgrades;

/// <summary>Tests the script that adds the tables of the back office, with rows of the other tables.</summary>
public sealed class BackOfficeUpgradeTests(PostgresDatabases databases)
{
    private const string OldRows = """
        INSERT INTO dodo_charges (account, environment, charge_key, write_id, fingerprint, flow, customer_id, state, version,
            claimed_at, next_check_at, checks, subscription_ids, attempts) VALUES
        ('', 1, 'order-1', gen_random_uuid(), '0F', 'upsell', 'cus_1', 2, 3, '2026-01-15T12:00:00Z', '2026-01-15T12:05:00Z',
            0, '[]', '[]')
        """;

    [Fact]
    public async Task Charges_stay_and_actions_can_be_stored()
    {
        await using var node = new Node(await UpgradedAsync());
        var log = EntityFrameworkOperatorLog.Create(node);

        Assert.True(await log.AddAsync(OperatorLogSuite.Action("act_1")));

        Assert.Single(await log.ListAsync(DodoEnvironment.Test));
        Assert.Equal(ChargeState.Waiting, (await node.Ledger("").FindAsync("order-1"))!.State);
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
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.ReadOldTables("offers") + OldRows);
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.Read("offers.to.backoffice"));
        return database;
    }
}
