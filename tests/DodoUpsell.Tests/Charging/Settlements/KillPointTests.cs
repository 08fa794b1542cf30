using System.Collections.Concurrent;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Charging.Settlements;

/// <summary>
/// A node that records and tells settlements dies at every step, before and after each call of the store; another node
/// goes on.
/// </summary>
public sealed class KillPointTests(ITestOutputHelper output)
{
    private const int KillPoints = 500;
    private const int Keys = 4;

    [Fact]
    public async Task However_a_node_dies_every_settlement_is_told_and_repeats_carry_its_id()
    {
        var (died, repeats, told) = (0, 0, 0);
        for (var point = 0; point < KillPoints; point++)
        {
            // Every step of a run, again and again, with other handlers failing each time.
            var run = new Run(steps: 1 + (point % 100), failing: point / 100);
            await run.GoAsync();

            died += run.Died ? 1 : 0;
            told += run.Calls.Count;
            repeats += run.Calls.Count - run.Calls.Distinct(StringComparer.Ordinal).Count();
            Assert.Equal(Run.Expected, run.Calls.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
            Assert.Equal(Run.Expected, run.Completed.Order(StringComparer.Ordinal));
            Assert.Equal(0, run.Overlaps);
        }

        output.WriteLine(
            $"{KillPoints} kill points: {died} nodes died, {told} successful calls for "
                + $"{KillPoints * Run.Expected.Count} settlements, {repeats} of them repeats, 0 settlements told zero "
                + $"times"
        );
        Assert.True(died > KillPoints / 2, $"Only {died} nodes died.");
        Assert.True(repeats > 0);
    }

    private sealed class Run(int steps, int failing)
    {
        private readonly InMemoryChargeLedger _ledger = new();
        private readonly ManualTimeProvider _clock = new();
        private readonly ConcurrentDictionary<ChargeKey, int> _inHand = [];
        private readonly ConcurrentBag<string> _calls = [];
        private int _overlaps;

        public static List<string> Expected { get; } =
            Enumerable
                .Range(0, Keys)
                .SelectMany(key => (string[])[$"order-{key}:paid", $"order-{key}:refund"])
                .Order(StringComparer.Ordinal)
                .ToList();

        public ConcurrentBag<string> Calls => _calls;

        public int Overlaps => _overlaps;

        public bool Died { get; private set; }

        public IReadOnlyList<string> Completed { get; private set; } = [];

        public async Task GoAsync()
        {
            var life = new Life(steps);
            var mortal = new SettlementBench(_ledger, _clock, store: new MortalStore(_ledger.Settlements, life));

            // One handler at a time: a process that dies takes all its handlers along, which a test can only show of
            // one.
            mortal.Options.Webhooks.MaxConcurrency = 1;
            await await Task.WhenAny(LiveAsync(mortal, life), life.Over);
            Died = life.Over.IsCompleted;

            // Another node, when the leases of the first have ended: what was not recorded is recorded by whoever
            // notices, and all is told.
            _clock.Advance(TimeSpan.FromHours(1));
            var healthy = new SettlementBench(_ledger, _clock);
            var ever = new Life(int.MaxValue);
            Tell(healthy, ever);
            await RecordAsync(healthy, ever);
            for (var round = 0; round < 8; round++)
            {
                await healthy.Settlements.ProcessAsync();
                _clock.Advance(TimeSpan.FromHours(7));
            }

            Completed = (await healthy.Settlements.ListAsync(InboxState.Completed))
                .Select(delivery => delivery.Settlement.Id)
                .ToList();
        }

        private async Task LiveAsync(SettlementBench node, Life life)
        {
            Tell(node, life);
            await RecordAsync(node, life);
            await node.Settlements.ProcessAsync();
        }

        private async Task RecordAsync(SettlementBench node, Life life)
        {
            for (var key = 0; key < Keys; key++)
            {
                await life.StepAsync();
                var record = (
                    await _ledger.ClaimAsync(SettlementBench.Claim($"order-{key}", _clock.GetUtcNow()))
                ).Record;
                await life.StepAsync();
                if (record.State == ChargeState.Claimed)
                {
                    var outcome = SettlementBench.Outcome(record, _clock.GetUtcNow());
                    Assert.True(await node.Ledger.TryUpdateAsync(outcome.Charge, outcome));
                    record = outcome.Charge;
                }

                await life.StepAsync();
                await node.Ledger.Settlements.AddAsync(SettlementBench.Refund(record, _clock.GetUtcNow()));
            }
        }

        private void Tell(SettlementBench node, Life life) =>
            node.Settlements.OnChargeSettled(
                async (settlement, context, _) =>
                {
                    if (_inHand.AddOrUpdate(settlement.Charge.Key, 1, (_, count) => count + 1) > 1)
                        Interlocked.Increment(ref _overlaps);
                    try
                    {
                        await life.StepAsync(() =>
                            _inHand.AddOrUpdate(settlement.Charge.Key, 0, (_, count) => count - 1)
                        );
                        if (context.Attempt <= failing % 3 && settlement.Kind == ChargeSettlementKind.Refund)
                            throw new InvalidOperationException("As planned.");
                        _calls.Add(settlement.Id);
                        await life.StepAsync(() =>
                            _inHand.AddOrUpdate(settlement.Charge.Key, 0, (_, count) => count - 1)
                        );
                    }
                    finally
                    {
                        _inHand.AddOrUpdate(settlement.Charge.Key, 0, (_, count) => count - 1);
                    }
                }
            );
    }

    /// <summary>
    /// How long a process lives: after so many steps it is gone, and nothing that it awaits comes back.
    /// </summary>
    private sealed class Life(int steps)
    {
        private readonly TaskCompletionSource _over = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _left = steps;

        public Task Over => _over.Task;

        public Task StepAsync(Action? atDeath = null)
        {
            if (Interlocked.Decrement(ref _left) > 0)
                return Task.CompletedTask;
            atDeath?.Invoke();
            _over.TrySetResult();
            return new TaskCompletionSource().Task;
        }
    }

    /// <summary>A store that a dying process uses: it may die before a call and after it.</summary>
    private sealed class MortalStore(IChargeSettlementStore inner, Life life) : IChargeSettlementStore
    {
        public Task<bool> AddAsync(ChargeSettlement settlement, CancellationToken cancellationToken = default) =>
            Live(() => inner.AddAsync(settlement, cancellationToken));

        public Task<IReadOnlyList<SettlementDelivery>> LeaseDueAsync(
            DodoEnvironment environment,
            DateTimeOffset now,
            DateTimeOffset until,
            int maxCount,
            CancellationToken cancellationToken = default
        ) => Live(() => inner.LeaseDueAsync(environment, now, until, maxCount, cancellationToken));

        public Task<bool> ExtendAsync(
            DodoEnvironment environment,
            string id,
            Guid leaseToken,
            DateTimeOffset until,
            CancellationToken cancellationToken = default
        ) => Live(() => inner.ExtendAsync(environment, id, leaseToken, until, cancellationToken));

        public Task<bool> CompleteAsync(
            DodoEnvironment environment,
            string id,
            Guid leaseToken,
            DateTimeOffset now,
            CancellationToken cancellationToken = default
        ) => Live(() => inner.CompleteAsync(environment, id, leaseToken, now, cancellationToken));

        public Task<bool> RetryAsync(
            DodoEnvironment environment,
            string id,
            Guid leaseToken,
            DateTimeOffset dueAt,
            string failure,
            CancellationToken cancellationToken = default
        ) => Live(() => inner.RetryAsync(environment, id, leaseToken, dueAt, failure, cancellationToken));

        public Task<bool> ParkAsync(
            DodoEnvironment environment,
            string id,
            Guid leaseToken,
            DateTimeOffset now,
            string failure,
            CancellationToken cancellationToken = default
        ) => Live(() => inner.ParkAsync(environment, id, leaseToken, now, failure, cancellationToken));

        public Task<bool> ReleaseAsync(
            DodoEnvironment environment,
            string id,
            Guid leaseToken,
            CancellationToken cancellationToken = default
        ) => Live(() => inner.ReleaseAsync(environment, id, leaseToken, cancellationToken));

        public Task<bool> ReplayAsync(
            DodoEnvironment environment,
            string id,
            DateTimeOffset now,
            CancellationToken cancellationToken = default
        ) => Live(() => inner.ReplayAsync(environment, id, now, cancellationToken));

        public Task<SettlementDelivery?> FindAsync(
            DodoEnvironment environment,
            string id,
            CancellationToken cancellationToken = default
        ) => Live(() => inner.FindAsync(environment, id, cancellationToken));

        public Task<IReadOnlyList<SettlementDelivery>> ListAsync(
            DodoEnvironment environment,
            InboxState state,
            int maxCount = 100,
            SettlementDelivery? after = null,
            CancellationToken cancellationToken = default
        ) => Live(() => inner.ListAsync(environment, state, maxCount, after, cancellationToken));

        public Task<IReadOnlyList<SettlementDelivery>> ListOfChargeAsync(
            DodoEnvironment environment,
            ChargeKey key,
            CancellationToken cancellationToken = default
        ) => Live(() => inner.ListOfChargeAsync(environment, key, cancellationToken));

        public Task<DateTimeOffset?> FindNextDueAsync(
            DodoEnvironment environment,
            DateTimeOffset now,
            CancellationToken cancellationToken = default
        ) => Live(() => inner.FindNextDueAsync(environment, now, cancellationToken));

        public Task<int> PruneAsync(
            DodoEnvironment environment,
            DateTimeOffset completedBefore,
            DateTimeOffset parkedBefore,
            CancellationToken cancellationToken = default
        ) => Live(() => inner.PruneAsync(environment, completedBefore, parkedBefore, cancellationToken));

        private async Task<T> Live<T>(Func<Task<T>> call)
        {
            await life.StepAsync();
            var result = await call();
            await life.StepAsync();
            return result;
        }
    }
}
