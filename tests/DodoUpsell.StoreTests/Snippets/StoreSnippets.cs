using DodoUpsell.StoreTests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DodoUpsell.StoreTests.Snippets;

/// <summary>The code snippets of docs/store.md, run on a real PostgreSQL server and on SQLite.</summary>
public sealed class StoreSnippets(PostgresDatabases databases)
{
    [Fact]
    public async Task Own_context()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var connectionString = await databases.CreateAsync();
        builder.Configuration["DodoUpsell:ApiKey"] = "your-api-key";
        builder.Configuration["DodoUpsell:Environment"] = "Test";

        #region store-own-context
        builder.Services.AddDbContextFactory<AppDbContext>(options =>
            options.UseNpgsql(connectionString, npgsql => npgsql.EnableRetryOnFailure())
        );

        builder
            .Services.AddDodoUpsells(builder.Configuration.GetSection("DodoUpsell"))
            .UseEntityFrameworkStore<AppDbContext>();
        #endregion

        using var host = builder.Build();
        await using (
            var context = await host
                .Services.GetRequiredService<IDbContextFactory<AppDbContext>>()
                .CreateDbContextAsync(TestContext.Current.CancellationToken)
        )
        {
            await PostgresDatabases.ExecuteAsync(connectionString, context.Database.GenerateCreateScript());
        }

        await ChargeAsync(host.Services.GetRequiredService<IChargeLedger>());
    }

    [Fact]
    public async Task Our_context()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var connectionString = await databases.DocumentedAsync();
        var brand = Guid.NewGuid().ToString("N");
        builder.Configuration["DodoUpsell:ApiKey"] = "your-api-key";
        builder.Configuration["DodoUpsell:Environment"] = "Test";

        #region store-our-context
        builder
            .Services.AddDodoUpsells(brand, builder.Configuration.GetSection("DodoUpsell"))
            .UseEntityFrameworkStore(options =>
                options.UseNpgsql(connectionString, npgsql => npgsql.EnableRetryOnFailure())
            );
        #endregion

        using var host = builder.Build();
        await ChargeAsync(host.Services.GetRequiredKeyedService<IChargeLedger>(brand));

        #region store-list
        // Charges that were sent and have no outcome yet, for example for a back office.
        var ledger = host.Services.GetRequiredKeyedService<IChargeLedger>(brand);
        foreach (var record in await ledger.ListAsync(DodoEnvironment.Live, ChargeState.Sending, maxCount: 50))
            Console.WriteLine($"{record.Key} since {record.SentAt:u}, checked {record.Checks} times");
        #endregion

        #region store-script
        using var scope = host.Services.CreateScope();
        var context = scope.ServiceProvider.GetRequiredService<DodoUpsellDbContext>();
        var script = context.Database.GenerateCreateScript();
        #endregion

        Assert.StartsWith("CREATE TABLE dodo_charges (", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sqlite()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration["DodoUpsell:ApiKey"] = "your-api-key";
        builder.Configuration["DodoUpsell:Environment"] = "Test";
        DeleteFile();

        #region store-sqlite
        builder
            .Services.AddDodoUpsells(builder.Configuration.GetSection("DodoUpsell"))
            .UseEntityFrameworkStore(options => options.UseSqlite("Data Source=app.db"));
        #endregion

        using var host = builder.Build();

        #region store-sqlite-create
        await using var scope = host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DodoUpsellDbContext>().Database.EnsureCreatedAsync();
        #endregion

        await ChargeAsync(host.Services.GetRequiredService<IChargeLedger>());
        DeleteFile();
    }

    private static void DeleteFile()
    {
        SqliteConnection.ClearPool(new SqliteConnection("Data Source=app.db"));
        foreach (var file in Directory.GetFiles(".", "app.db*"))
            File.Delete(file);
    }

    private static async Task ChargeAsync(IChargeLedger ledger)
    {
        var now = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
        var claim = new ChargeRecord
        {
            Environment = DodoEnvironment.Test,
            Key = "order-1",
            Fingerprint = "0F",
            Flow = "upsell",
            CustomerId = "cus_1",
            State = ChargeState.Sending,
            SentAt = now,
            ClaimedAt = now,
        };

        Assert.IsType<EntityFrameworkChargeLedger>(ledger);
        Assert.True((await ledger.ClaimAsync(claim)).Granted);
        Assert.False((await ledger.ClaimAsync(claim)).Granted);
    }

    #region store-model
    public sealed class AppDbContext(DbContextOptions<AppDbContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.UseDodoUpsells(schema: "billing");
        }
    }
    #endregion
}
