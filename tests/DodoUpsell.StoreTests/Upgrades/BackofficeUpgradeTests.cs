using DodoUpsell.StoreTests.Offers;
using DodoUpsell.StoreTests.Operators;
using DodoUpsell.StoreTests.Support;

namespace DodoUpsell.StoreTests.Upgrades;

/// <summary>
/// Tests the script that adds the tables of endpoints, withdrawals and the back office, with rows of the other tables as
/// they were written before.
/// </summary>
public sealed class BackofficeUpgradeTests(PostgresDatabases databases)
{
    [Fact]
    public async Task Offers_stay_and_quotes_can_be_stored()
    {
        var database = await databases.CreateAsync();
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.ReadOldTables("offers"));
        await using var before = new Node(database);
        await EntityFrameworkOfferStore.Create(before).AddPaidAsync(OfferSamples.Offer("ofr_1", "purchase:pay_1"));

        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.Read("offers.to.backoffice"));

        var quotes = EntityFrameworkPlanChangeQuoteStore.Create(before);
        var now = OfferSamples.Now;
        await quotes.AddAsync(
            new()
            {
                Environment = DodoEnvironment.Test,
                Id = "q1",
                SubjectId = "user:ada",
                CustomerId = "cus_1",
                Quote = "{}",
                MadeAt = now,
                KeptUntil = now.AddHours(1),
            },
            1,
            now
        );
        Assert.NotNull(await quotes.FindAsync(DodoEnvironment.Test, "q1"));
        Assert.NotNull(await EntityFrameworkOfferStore.Create(before).FindAsync(DodoEnvironment.Test, "ofr_1"));
    }

    [Fact]
    public async Task Withdrawals_can_be_stored()
    {
        var database = await databases.CreateAsync();
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.ReadOldTables("offers"));
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.Read("offers.to.backoffice"));
        await using var node = new Node(database);
        var withdrawals = EntityFrameworkWithdrawalStore.Create(node);
        var record = Sample.Full<WithdrawalRecord>() with { Environment = DodoEnvironment.Test };

        Assert.True(await withdrawals.AddAsync(record));
        AssertRecord.SameProperties(record, await withdrawals.FindAsync(DodoEnvironment.Test, record.Id));
    }

    [Fact]
    public async Task Actions_of_operators_can_be_stored()
    {
        var database = await databases.CreateAsync();
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.ReadOldTables("offers"));
        await PostgresDatabases.ExecuteAsync(database, UpgradeScript.Read("offers.to.backoffice"));
        await using var node = new Node(database);
        var log = EntityFrameworkOperatorLog.Create(node);

        Assert.True(await log.AddAsync(OperatorLogSuite.Action("act_1")));

        Assert.Single(await log.ListAsync(DodoEnvironment.Test));
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
