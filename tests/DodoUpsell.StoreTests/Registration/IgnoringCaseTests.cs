using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.StoreTests.Registration;

/// <summary>The suite for PostgreSQL, with a collation that ignores case.</summary>
public sealed class IgnoringCaseTests(PostgresDatabases databases) : IgnoringCaseSuite
{
    protected override async Task<(string Database, DbContextOptionsBuilder Options, string Collation)> CreateAsync()
    {
        var database = await databases.CreateAsync();
        await TestDatabase.ExecuteAsync(
            database,
            "CREATE COLLATION ignores_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false)"
        );
        return (database, new DbContextOptionsBuilder().UseNpgsql(database), "ignores_case");
    }
}

/// <summary>The suite for SQLite, with a collation that ignores case.</summary>
public sealed class SqliteIgnoringCaseTests(SqliteDatabases databases) : IgnoringCaseSuite
{
    protected override Task<(string Database, DbContextOptionsBuilder Options, string Collation)> CreateAsync()
    {
        var database = databases.Create();
        return Task.FromResult((database, new DbContextOptionsBuilder().UseSqlite(database), "NOCASE"));
    }
}

/// <summary>
/// Tests that a case-insensitive database is detected before it loses a delivery or returns the rows of another
/// account.
/// </summary>
public abstract class IgnoringCaseSuite
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_delivery_is_never_taken_for_another_one()
    {
        var store = EntityFrameworkWebhookInboxStore.Create(await ContextsAsync());
        Assert.True(await store.AddAsync(Delivery("msg_aB", "payment:pay_aB")));
        Assert.False(await store.AddAsync(Delivery("msg_aB", "payment:pay_aB")));

        await NoticedAsync(() => store.AddAsync(Delivery("msg_Ab", "payment:pay_Ab")));
        await NoticedAsync(() => store.FindAsync("msg_Ab"));
        await NoticedAsync(() => store.ReplayAsync("msg_Ab", Now));
        await NoticedAsync(() => store.FindNewestAsync("payment:pay_Ab"));
        Assert.Equal("msg_aB", (await store.FindNewestAsync("payment:pay_aB"))!.Id);
    }

    [Fact]
    public async Task One_account_never_gets_the_rows_of_another()
    {
        var contexts = await ContextsAsync();
        var (brand, other) = (
            EntityFrameworkWebhookInboxStore.Create(contexts, "brand"),
            EntityFrameworkWebhookInboxStore.Create(contexts, "Brand")
        );
        await brand.AddAsync(Delivery("msg_1", "payment:pay_1") with { Account = "brand" });

        await NoticedAsync(() => other.FindAsync("msg_1"));
        await NoticedAsync(() => other.AddAsync(Delivery("msg_1", "payment:pay_1") with { Account = "Brand" }));
        await NoticedAsync(() => other.ListAsync(InboxState.Waiting, 10));
        await NoticedAsync(() => other.FindNewestAsync("payment:pay_1"));
        await NoticedAsync(() => other.LeaseDueAsync(Now, Now.AddMinutes(5), 10));
        var leased = Assert.Single(await brand.LeaseDueAsync(Now, Now.AddMinutes(5), 10));
        Assert.True(await brand.CompleteAsync(leased.Id, leased.LeaseToken!.Value, Now));
        await brand.AddAsync(
            Delivery("msg_2", "payment:pay_1") with
            {
                Account = "brand",
                ReceivedAt = Now.AddDays(1),
                SentAt = Now.AddDays(1),
            }
        );
        await NoticedAsync(() => other.PruneAsync(Now.AddDays(10), Now.AddDays(10)));
    }

    [Fact]
    public async Task Charges_settlements_and_locks_are_kept_apart_as_well()
    {
        var contexts = await ContextsAsync();
        var (brand, other) = (
            EntityFrameworkChargeLedger.Create(contexts, "brand"),
            EntityFrameworkChargeLedger.Create(contexts, "Brand")
        );
        var charge = Charge();
        await brand.ClaimAsync(charge);
        await brand.Settlements.AddAsync(Settlement(charge, "set_aB"));
        await brand.TryLockAsync(Lock("sub_aB"));

        await NoticedAsync(() => other.ClaimAsync(charge));
        await NoticedAsync(() => other.FindAsync(DodoEnvironment.Test, charge.Key));
        await NoticedAsync(() => other.FindByAttemptAsync(DodoEnvironment.Test, charge.Attempts[0].Id));
        await NoticedAsync(() => other.ListAsync(DodoEnvironment.Test, ChargeState.Claimed));
        await NoticedAsync(() => other.LeaseDueAsync(DodoEnvironment.Test, Now.AddDays(1), Now.AddDays(2), 10));
        await NoticedAsync(() => brand.Settlements.AddAsync(Settlement(charge, "set_Ab")));
        await NoticedAsync(() => brand.Settlements.FindAsync(DodoEnvironment.Test, "set_Ab"));
        await NoticedAsync(() =>
            other.Settlements.LeaseDueAsync(DodoEnvironment.Test, Now.AddDays(1), Now.AddDays(2), 10)
        );
        await NoticedAsync(() => brand.FindLockAsync(DodoEnvironment.Test, "sub_Ab"));
        await NoticedAsync(() => brand.TryLockAsync(Lock("sub_Ab")));
        await NoticedAsync(() => other.FindLockAsync(DodoEnvironment.Test, "sub_aB"));
        Assert.NotNull(await brand.FindLockAsync(DodoEnvironment.Test, "sub_aB"));
    }

    private static async Task NoticedAsync(Func<Task> act)
    {
        var e = await Assert.ThrowsAsync<InvalidOperationException>(act);
        Assert.Contains("keyCollation", e.Message, StringComparison.Ordinal);
    }

    private static InboxDelivery Delivery(string id, string subject) =>
        new()
        {
            Id = id,
            Type = "payment.succeeded",
            Subject = subject,
            Body = "{}"u8.ToArray(),
            ReceivedAt = Now,
            SentAt = Now,
            OccurredAt = Now,
            DueAt = Now,
        };

    private static SubscriptionLock Lock(string id) =>
        new()
        {
            Environment = DodoEnvironment.Test,
            SubscriptionId = id,
            Holder = "order-1",
            LockedAt = Now,
        };

    private static ChargeSettlement Settlement(ChargeRecord charge, string id) =>
        new()
        {
            Id = id,
            Kind = ChargeSettlementKind.Outcome,
            Charge = charge,
            OccurredAt = Now,
        };

    private static ChargeRecord Charge() =>
        new()
        {
            Environment = DodoEnvironment.Test,
            Key = "order-1",
            Fingerprint = "0F",
            Flow = "upsell",
            CustomerId = "cus_1",
            ClaimedAt = Now,
            NextCheckAt = Now,
            Attempts = [new ChargeAttempt { Id = Guid.NewGuid().ToString("N"), StartedAt = Now }],
        };

    protected abstract Task<(string Database, DbContextOptionsBuilder Options, string Collation)> CreateAsync();

    private async Task<IDbContextFactory<IgnoresCase>> ContextsAsync()
    {
        var (database, options, collation) = await CreateAsync();
        var contexts = new Contexts(options.Options, collation);
        await using var context = contexts.CreateDbContext();
        await TestDatabase.ExecuteAsync(database, context.Database.GenerateCreateScript());
        return contexts;
    }

    private sealed class Contexts(DbContextOptions options, string collation) : IDbContextFactory<IgnoresCase>
    {
        public IgnoresCase CreateDbContext() => new(options, collation);
    }

    private sealed class IgnoresCase(DbContextOptions options, string collation) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) =>
            modelBuilder.UseDodoUpsells(keyCollation: collation);
    }
}
