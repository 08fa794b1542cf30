using System.Diagnostics;
using DodoUpsell.StoreTests.Support;

namespace DodoUpsell.StoreTests.Charging;

/// <summary>The suite for PostgreSQL. No other tests run in parallel.</summary>
[Collection(nameof(Alone))]
public sealed class CostTests(PostgresDatabases databases, ITestOutputHelper output)
    : CostSuite("PostgreSQL", databases.DocumentedAsync, output);

/// <summary>The suite for SQLite. No other tests run in parallel.</summary>
[Collection(nameof(Alone))]
public sealed class SqliteCostTests(SqliteDatabases databases, ITestOutputHelper output)
    : CostSuite("SQLite", databases.DocumentedAsync, output);

/// <summary>
/// Tests the cost of a charge in addition to its HTTP calls: statements are counted, while times are only printed.
/// </summary>
public abstract class CostSuite(string name, Func<Task<string>> database, ITestOutputHelper output)
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_claim_a_change_and_a_look_are_one_statement_each()
    {
        var counter = new CountsStatements();
        await using var node = new Node(await database(), retries: true, counter);
        var ledger = node.Ledger($"account-{Guid.NewGuid():N}");

        var claimed = (await ledger.ClaimAsync(Record("order-1"))).Record;
        Assert.Single(counter.Take());
        var sending = claimed with { Version = 1, State = ChargeState.Sending };
        Assert.True(await ledger.TryUpdateAsync(sending));
        Assert.Single(counter.Take());
        Assert.True(
            await ledger.TryUpdateAsync(
                sending with
                {
                    Version = 2,
                    Attempts = [.. claimed.Attempts, new ChargeAttempt { Id = "2", StartedAt = Now }],
                }
            )
        );
        Assert.Single(counter.Take());
        await ledger.FindAsync("order-1");
        Assert.Single(counter.Take());
    }

    [Fact]
    public async Task A_change_with_its_settlement_is_one_round_trip_that_changes_the_charge_first()
    {
        var counter = new CountsStatements();
        await using var node = new Node(await database(), retries: true, counter);
        var ledger = node.Ledger($"account-{Guid.NewGuid():N}");
        var settled = (await ledger.ClaimAsync(Record("order-1"))).Record with
        {
            Version = 1,
            State = ChargeState.Succeeded,
        };
        counter.Take();

        Assert.True(await ledger.TryUpdateAsync(settled, settled.Settlement("settlement-1")));

        var sent = Assert.Single(counter.Take()).Replace("\"", "", StringComparison.Ordinal);
        Assert.StartsWith("UPDATE dodo_charges", sent, StringComparison.Ordinal);
        Assert.Contains("INSERT INTO dodo_settlements", sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_of_claim_send_and_settle_is_shown()
    {
        await using var node = new Node(await database(), retries: true);
        var ledger = node.Ledger($"account-{Guid.NewGuid():N}");
        var times = new List<double>();
        for (var i = 0; i < 300; i++)
        {
            var started = Stopwatch.GetTimestamp();
            var claimed = (await ledger.ClaimAsync(Record($"order-{i}"))).Record;
            var sending = claimed with { Version = 1, State = ChargeState.Sending, SentAt = Now };
            Assert.True(await ledger.TryUpdateAsync(sending));
            Assert.True(
                await ledger.TryUpdateAsync(
                    sending with
                    {
                        Version = 2,
                        State = ChargeState.Succeeded,
                        SettledAt = Now,
                        NextCheckAt = null,
                    }
                )
            );
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        Assert.Equal(300, (await ledger.ListAsync(ChargeState.Succeeded, maxCount: 1000)).Count);
        times.Sort();
        output.WriteLine(
            $"claim + mark sending + settle on {name}, 300 of 300 charges: median {times[150]:F2} ms, 95th "
                + $"percentile {times[285]:F2} ms"
        );
    }

    private static ChargeRecord Record(string key) =>
        new()
        {
            Environment = DodoEnvironment.Test,
            Key = key,
            Fingerprint = "0F",
            Flow = "upsell",
            CustomerId = "cus_1",
            ClaimedAt = Now,
            NextCheckAt = Now,
            Attempts = [new ChargeAttempt { Id = Guid.NewGuid().ToString("N"), StartedAt = Now }],
        };
}

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
