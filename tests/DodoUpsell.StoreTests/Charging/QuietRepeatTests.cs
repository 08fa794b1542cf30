using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.StoreTests.Charging;

/// <summary>The suite for PostgreSQL.</summary>
public sealed class QuietRepeatTests(PostgresDatabases databases)
    : QuietRepeatSuite(databases.CreateWithTablesAsync, (options, database) => options.UseNpgsql(database));

/// <summary>The suite for SQLite.</summary>
public sealed class SqliteQuietRepeatTests(SqliteDatabases databases)
    : QuietRepeatSuite(databases.CreateWithTablesAsync, (options, database) => options.UseSqlite(database));

/// <summary>
/// A second click, a repeated delivery and a repeated settlement are normal: nothing alarming is logged.
/// </summary>
public abstract class QuietRepeatSuite(
    Func<Task<string>> create,
    Action<DbContextOptionsBuilder, string> configure
)
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Repeats_are_recognised_without_a_warning_or_an_error_in_the_log()
    {
        using var log = new Warnings();
        var database = await create();
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(log))
            .AddDbContextFactory<DodoUpsellDbContext>(options => configure(options, database))
            .BuildServiceProvider();
        var contexts = services.GetRequiredService<IDbContextFactory<DodoUpsellDbContext>>();
        var ledger = EntityFrameworkChargeLedger.Create(contexts);
        var inbox = EntityFrameworkWebhookInboxStore.Create(contexts);
        var claim = new ChargeRecord
        {
            Environment = DodoEnvironment.Test,
            Key = "order-1",
            Fingerprint = "0F",
            Flow = "upsell",
            CustomerId = "cus_1",
            ClaimedAt = Now,
            Attempts = [new ChargeAttempt { Id = "attempt-1", StartedAt = Now }],
        };
        var delivery = new InboxDelivery { Id = "msg_1", ReceivedAt = Now };

        Assert.True((await ledger.ClaimAsync(claim)).Granted);
        Assert.False((await ledger.ClaimAsync(claim)).Granted);
        Assert.True(await inbox.AddAsync(delivery));
        Assert.False(await inbox.AddAsync(delivery));
        Assert.True(await ledger.Settlements.AddAsync(claim.Settlement("settlement-1")));
        Assert.False(await ledger.Settlements.AddAsync(claim.Settlement("settlement-1")));

        Assert.Empty(log.Lines);
        await Assert.ThrowsAnyAsync<Exception>(() =>
            ledger.ClaimAsync(claim with { Environment = (DodoEnvironment)3 })
        );
        Assert.NotEmpty(log.Lines);
    }

    private sealed class Warnings : ILoggerProvider, ILogger
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

        public IReadOnlyCollection<string> Lines => _lines;

        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
                _lines.Enqueue(formatter(state, exception));
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Dispose() { }
    }
}
