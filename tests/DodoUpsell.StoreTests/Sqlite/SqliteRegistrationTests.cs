using DodoUpsell.StoreTests.Registration;
using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.StoreTests.Sqlite;

public sealed class SqliteRegistrationTests(SqliteDatabases databases)
{
    [Theory]
    [InlineData("factory")]
    [InlineData("pool")]
    [InlineData("scopes")]
    [InlineData("built-in")]
    public async Task Charges_and_deliveries_are_kept_however_the_context_is_registered(string way)
    {
        var database = databases.Create();
        var services = new ServiceCollection();
        void Configure(DbContextOptionsBuilder options) => options.UseSqlite(database);
        _ = way switch
        {
            "factory" => services.AddDbContextFactory<ShopDbContext>(Configure),
            "pool" => services.AddPooledDbContextFactory<ShopDbContext>(Configure),
            _ => services.AddDbContext<ShopDbContext>(Configure),
        };
        var builder = services.AddDodoUpsells(options =>
        {
            options.ApiKey = "any";
            options.Environment = DodoEnvironment.Test;
        });
        _ =
            way == "built-in"
                ? builder.UseEntityFrameworkStore(Configure)
                : builder.UseEntityFrameworkStore<ShopDbContext>();
        await using var provider = services.BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }
        );
        await using (var scope = provider.CreateAsyncScope())
        {
            DbContext context =
                way == "built-in"
                    ? scope.ServiceProvider.GetRequiredService<DodoUpsellDbContext>()
                    : scope.ServiceProvider.GetRequiredService<ShopDbContext>();
            await context.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        }

        var ledger = provider.GetRequiredService<IChargeLedger>();
        var full = Sample.Full();
        var claim = await ledger.ClaimAsync(full);
        var second = await ledger.ClaimAsync(full);
        var changed = full with { Version = full.Version + 1, Details = new string('x', 100) };

        Assert.True(claim.Granted);
        Assert.False(second.Granted);
        Assert.True(await ledger.TryUpdateAsync(changed, changed.Settlement("settlement-1")));
        AssertRecord.Same(changed, await ledger.FindAsync(full.Key));
        AssertRecord.Same(
            changed.Settlement("settlement-1"),
            (await ledger.Settlements.FindAsync(full.Environment, "settlement-1"))?.Settlement
        );
        Assert.Equal(1, await ledger.PruneAsync(full.SettledAt!.Value.AddDays(1)));
        var inbox = provider.GetRequiredService<IWebhookInboxStore>();
        Assert.True(await inbox.AddAsync(new InboxDelivery { Id = "msg_1", ReceivedAt = full.ClaimedAt }));
        Assert.False(await inbox.AddAsync(new InboxDelivery { Id = "msg_1", ReceivedAt = full.ClaimedAt }));
    }
}
