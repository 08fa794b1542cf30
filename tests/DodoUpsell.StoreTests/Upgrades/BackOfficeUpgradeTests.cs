using DodoUpsell.StoreTests.Offers;
using DodoUpsell.StoreTests.Support;

namespace DodoUpsell.StoreTests.Upgrades;

/// <summary>
/// Tests the script that adds the tables of withdrawals and of the back office, with offers that were stored before.
/// </summary>
public sealed class BackOfficeUpgradeTests(PostgresDatabases databases)
{
    [Fact]
    public async Task Offers_stay_and_withdrawals_can_be_stored()
    {
        var database = await databases.CreateAsync();
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.ReadOldTables("offers"));
        await using var node = new Node(database);
        var offers = EntityFrameworkOfferStore.Create(node);
        await offers.AddPaidAsync(OfferSamples.Offer("ofr_1", "purchase:pay_1"));

        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.Read("offers.to.backoffice"));

        Assert.NotNull(await offers.FindAsync(DodoEnvironment.Test, "ofr_1"));
        var withdrawals = EntityFrameworkWithdrawalStore.Create(node);
        var record = Sample.Full<WithdrawalRecord>() with { Environment = DodoEnvironment.Test };
        Assert.True(await withdrawals.AddAsync(record));
        AssertRecord.SameProperties(record, await withdrawals.FindAsync(DodoEnvironment.Test, record.Id));
    }

    [Fact]
    public async Task An_upgraded_database_has_the_shape_of_a_new_one()
    {
        var database = await databases.CreateAsync();
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.ReadOldTables("offers"));
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.Read("offers.to.backoffice"));

        Assert.Equal(
            await Schema.ShapeAsync(await databases.CreateWithTablesAsync()),
            await Schema.ShapeAsync(database)
        );
    }
}
