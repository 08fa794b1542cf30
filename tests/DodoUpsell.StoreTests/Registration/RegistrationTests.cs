using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.StoreTests.Registration;

public sealed class RegistrationTests(PostgresDatabases databases)
{
    private static readonly ServiceProviderOptions Strict = new() { ValidateOnBuild = true, ValidateScopes = true };

    [Theory]
    [InlineData("factory")]
    [InlineData("scoped factory")]
    [InlineData("pool")]
    [InlineData("scopes")]
    public async Task The_apps_own_context_keeps_charges_however_it_is_registered(string way)
    {
        var database = await ShopAsync();
        var services = new ServiceCollection();
        void Configure(DbContextOptionsBuilder options) =>
            options.UseNpgsql(
                database,
                npgsql => npgsql.EnableRetryOnFailure().UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)
            );
        _ = way switch
        {
            "factory" => services.AddDbContextFactory<ShopDbContext>(Configure),
            "scoped factory" => services.AddDbContextFactory<ShopDbContext>(Configure, ServiceLifetime.Scoped),
            "pool" => services.AddPooledDbContextFactory<ShopDbContext>(Configure),
            _ => services.AddDbContext<ShopDbContext>(Configure),
        };
        Add(services).UseEntityFrameworkStore<ShopDbContext>();
        await using var provider = services.BuildServiceProvider(Strict);

        var ledger = provider.GetRequiredService<IChargeLedger>();
        var full = Sample.Full();
        var claim = await ledger.ClaimAsync(full);
        var second = await ledger.ClaimAsync(full);
        var changed = await ledger.TryUpdateAsync(
            full with
            {
                Version = full.Version + 1,
                Details = new string('x', 100),
            }
        );

        Assert.IsType<EntityFrameworkChargeLedger>(ledger);
        Assert.True(claim.Granted);
        Assert.False(second.Granted);
        Assert.True(changed);
        AssertRecord.Same(
            full with
            {
                Version = full.Version + 1,
                Details = new string('x', 100),
            },
            await ledger.FindAsync(full.Key)
        );
        Assert.Single(await ledger.ListAsync(full.State));
        Assert.Equal(1, await ledger.PruneAsync(full.SettledAt!.Value.AddDays(1)));
    }

    [Fact]
    public async Task The_apps_own_tables_and_transactions_are_left_alone()
    {
        var database = await ShopAsync();
        var services = new ServiceCollection();
        services.AddDbContext<ShopDbContext>(options => options.UseNpgsql(database));
        Add(services).UseEntityFrameworkStore<ShopDbContext>();
        await using var provider = services.BuildServiceProvider(Strict);
        await using var scope = provider.CreateAsyncScope();
        var shop = scope.ServiceProvider.GetRequiredService<ShopDbContext>();
        shop.Orders.Add(new ShopOrder { Product = "ebook" });
        await using (await shop.Database.BeginTransactionAsync(TestContext.Current.CancellationToken))
        {
            Assert.True((await provider.GetRequiredService<IChargeLedger>().ClaimAsync(Sample.Full())).Granted);
            Assert.Equal(EntityState.Added, Assert.Single(shop.ChangeTracker.Entries()).State);
            await shop.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.Empty(await shop.Orders.ToListAsync(TestContext.Current.CancellationToken));
        Assert.NotNull(await provider.GetRequiredService<IChargeLedger>().FindAsync(Sample.Full().Key));
    }

    [Fact]
    public async Task A_context_without_the_tables_is_told_what_to_call()
    {
        var services = new ServiceCollection();
        services.AddDbContext<ForgetfulDbContext>(options => options.UseNpgsql("Host=nowhere"));
        Add(services).UseEntityFrameworkStore<ForgetfulDbContext>();
        await using var provider = services.BuildServiceProvider(Strict);

        var e = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            provider.GetRequiredService<IChargeLedger>().FindAsync("order-1")
        );

        Assert.StartsWith(
            "ForgetfulDbContext does not have the tables of DodoUpsell. Call modelBuilder.UseDodoUpsells()",
            e.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_takes_the_place_of_the_ledger_in_memory_whichever_is_registered_first(bool memoryFirst)
    {
        var services = new ServiceCollection();
        if (memoryFirst)
            services.TryAddSingleton<IChargeLedger, InMemoryChargeLedger>();
        Add(services).UseEntityFrameworkStore(options => options.UseNpgsql("Host=nowhere"));
        services.TryAddSingleton<IChargeLedger, InMemoryChargeLedger>();
        await using var provider = services.BuildServiceProvider(Strict);

        Assert.IsType<EntityFrameworkChargeLedger>(Assert.Single(provider.GetServices<IChargeLedger>()));
        Assert.Equal(
            "",
            Assert
                .IsType<EntityFrameworkWebhookInboxStore>(Assert.Single(provider.GetServices<IWebhookInboxStore>()))
                .Account
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Offers_are_kept_there_whichever_is_called_first_and_are_not_added_by_it(bool offersFirst)
    {
        var services = new ServiceCollection();
        var builder = Add(services);
        if (offersFirst)
            builder.AddOffers();
        builder.UseEntityFrameworkStore(options => options.UseNpgsql("Host=nowhere"));
        Assert.Equal(offersFirst, services.Any(service => service.ServiceType == typeof(IOfferFlow)));
        builder.AddOffers();
        await using var provider = services.BuildServiceProvider(Strict);

        Assert.IsType<EntityFrameworkOfferStore>(Assert.Single(provider.GetServices<IOfferStore>()));
        Assert.NotNull(provider.GetRequiredService<IOfferFlow>());
    }

    [Fact]
    public async Task Brands_share_the_tables_and_do_not_see_each_other()
    {
        var database = await databases.DocumentedAsync();
        var services = new ServiceCollection();
        var log = new LogLines();
        services.AddLogging(logging => logging.AddProvider(log));
        string[] brands = [$"a-{Guid.NewGuid():N}", $"b-{Guid.NewGuid():N}"];
        foreach (var brand in brands)
        {
            services.TryAddKeyedSingleton<IChargeLedger, InMemoryChargeLedger>(brand);
            services
                .AddDodoUpsells(
                    brand,
                    options =>
                    {
                        options.ApiKey = "any";
                        options.Environment = DodoEnvironment.Test;
                    }
                )
                .UseEntityFrameworkStore(options => options.UseNpgsql(database));
        }

        await using var provider = services.BuildServiceProvider(Strict);
        var (one, other) = (
            provider.GetRequiredKeyedService<IChargeLedger>(brands[0]),
            provider.GetRequiredKeyedService<IChargeLedger>(brands[1])
        );

        Assert.True((await one.ClaimAsync(Bare())).Granted);
        Assert.False((await one.ClaimAsync(Bare())).Granted);
        Assert.Null(await other.FindAsync("order-1"));
        Assert.True((await other.ClaimAsync(Bare())).Granted);
        Assert.NotEmpty(log.Levels);
        Assert.DoesNotContain(log.Levels, level => level >= LogLevel.Warning);
        Assert.Null(provider.GetService<IChargeLedger>());
        Assert.All(
            brands,
            brand =>
                Assert.Equal(
                    brand,
                    Assert
                        .IsType<EntityFrameworkWebhookInboxStore>(
                            provider.GetRequiredKeyedService<IWebhookInboxStore>(brand)
                        )
                        .Account
                )
        );
    }

    [Fact]
    public async Task A_database_that_ignores_case_is_noticed_before_it_mixes_up_two_charges()
    {
        var database = await databases.CreateAsync();
        await PostgresDatabases.ExecuteAsync(
            database,
            "CREATE COLLATION ignores_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false)"
        );
        await using var context = new IgnoresCase(
            new DbContextOptionsBuilder<IgnoresCase>().UseNpgsql(database).Options
        );
        await PostgresDatabases.ExecuteAsync(database, context.Database.GenerateCreateScript());
        var services = new ServiceCollection();
        services.AddDbContext<IgnoresCase>(options => options.UseNpgsql(database));
        Add(services).UseEntityFrameworkStore<IgnoresCase>();
        await using var provider = services.BuildServiceProvider(Strict);
        var ledger = provider.GetRequiredService<IChargeLedger>();
        await ledger.ClaimAsync(Bare());

        var e = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ledger.ClaimAsync(Bare() with { Key = "ORDER-1" })
        );

        Assert.Contains("keyCollation", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_an_account_that_does_not_fit_its_column_is_refused_at_once()
    {
        await using var factory = new Node("Host=nowhere");

        Assert.Throws<ArgumentException>(() => factory.Ledger(new string('a', 101)));
        Assert.NotNull(factory.Ledger(new string('a', 100)));
    }

    private static ChargeRecord Bare() =>
        new()
        {
            Environment = DodoEnvironment.Test,
            Key = "order-1",
            Fingerprint = "0F",
            Flow = "upsell",
            CustomerId = "cus_1",
            ClaimedAt = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero),
            Attempts =
            [
                new ChargeAttempt
                {
                    Id = Guid.NewGuid().ToString("N"),
                    StartedAt = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero),
                },
            ],
        };

    private static DodoUpsellBuilder Add(IServiceCollection services) =>
        services.AddDodoUpsells(options =>
        {
            options.ApiKey = "any";
            options.Environment = DodoEnvironment.Test;
        });

    private async Task<string> ShopAsync()
    {
        var database = await databases.CreateAsync();
        await using var shop = new ShopDbContext(
            new DbContextOptionsBuilder<ShopDbContext>().UseNpgsql(database).Options
        );
        await PostgresDatabases.ExecuteAsync(database, shop.Database.GenerateCreateScript());
        return database;
    }

    private sealed class LogLines : ILoggerProvider, ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<LogLevel> Levels { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Levels.Enqueue(logLevel);

        public void Dispose() { }
    }

    private sealed class IgnoresCase(DbContextOptions<IgnoresCase> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.UseDodoUpsells(keyCollation: "ignores_case");
    }
}
