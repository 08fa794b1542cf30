using System.Collections.Concurrent;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks.Inbox;

/// <summary>
/// Hundreds of deliveries, handlers that fail by a seeded plan, and workers that stop and start: nothing acknowledged
/// is lost, nothing completed twice.
/// </summary>
public sealed class InboxChaosTests(ITestOutputHelper output)
{
    private const int Deliveries = 500;
    private const int Subjects = 60;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_completed_twice(int seed)
    {
        var plan = FailurePlan.Of(seed);
        var bench = new InboxBench(options => options.Webhooks.MaxConcurrency = 8, new CountingStore());
        var inHand = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var calls = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        var overlaps = 0;
        var stops = 0;
        using var gate = new SemaphoreSlim(0);
        bench.Inbox.OnWebhook<PaymentEvent>(
            async (webhookEvent, context, cancellationToken) =>
            {
                if (inHand.AddOrUpdate(webhookEvent.Subject, 1, (_, count) => count + 1) > 1)
                    Interlocked.Increment(ref overlaps);
                try
                {
                    calls.AddOrUpdate(context.WebhookId, 1, (_, count) => count + 1);
                    gate.Release();
                    await Task.Yield();
                    cancellationToken.ThrowIfCancellationRequested();
                    if (context.Attempt <= plan[context.WebhookId])
                        throw new InvalidOperationException("As planned.");
                }
                finally
                {
                    inHand.AddOrUpdate(webhookEvent.Subject, 0, (_, count) => count - 1);
                }
            }
        );

        var random = new Random(seed);
        var receiving = Task.Run(async () =>
        {
            foreach (
                var i in Enumerable
                    .Range(0, Deliveries)
                    .Concat(Enumerable.Range(0, Deliveries))
                    .OrderBy(_ => random.Next())
            )
            {
                Assert.Equal(
                    200,
                    (
                        await bench.SendPaymentAsync(
                            $"msg_{i}",
                            payment: $"pay_{i % Subjects}",
                            updated: TimeSpan.FromSeconds(i)
                        )
                    ).HttpStatusCode
                );
            }
        });

        // Two workers, stopped at odd moments, started again; then the clock goes on to the next attempts.
        var restarts = new Random(seed + 1000);
        for (var round = 0; round < 60; round++)
        {
            using var stop = new CancellationTokenSource();
            var workers = new[] { bench.Inbox.RunAsync(stop.Token), bench.Inbox.RunAsync(stop.Token) };
            for (
                var waited = restarts.Next(1, 20);
                waited > 0 && await gate.WaitAsync(TimeSpan.FromMilliseconds(5));
                waited--
            ) { }

            await stop.CancelAsync();
            await Task.WhenAll(workers);
            stops++;
            if (receiving.IsCompleted)
                bench.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        await receiving;
        var total = new WebhookProcessingReport(0, 0, 0, 0);
        for (var round = 0; round < 10; round++)
        {
            var processed = await bench.Inbox.ProcessAsync();
            total = new(
                total.Completed + processed.Completed,
                total.Retrying + processed.Retrying,
                total.Parked + processed.Parked,
                total.Released + processed.Released
            );
            bench.Clock.Advance(TimeSpan.FromHours(7.5));
        }

        var completed = await bench.Inbox.ListAsync(InboxState.Completed, 1000);
        var parked = await bench.Inbox.ListAsync(InboxState.Parked, 1000);
        var completions = ((CountingStore)bench.Store).Completions;
        Assert.Equal(0, overlaps);
        Assert.Equal(Deliveries, completed.Count + parked.Count);
        Assert.Equal(
            plan.Where(planned => planned.Value > 6).Select(planned => planned.Key).Order(StringComparer.Ordinal),
            parked.Select(delivery => delivery.Id).Order(StringComparer.Ordinal)
        );
        Assert.Equal(completed.Count, completions.Count);
        Assert.All(completions, completion => Assert.Equal(1, completion.Value));
        Assert.All(completed, delivery => Assert.Equal(plan[delivery.Id] + 1, delivery.Attempts));
        output.WriteLine(
            $"seed {seed}: {Deliveries} deliveries, each sent twice; {completed.Count} completed, {parked.Count} "
                + $"parked, {calls.Values.Sum()} calls of the handler, {stops * 2} workers stopped"
        );
    }

    private static class FailurePlan
    {
        // How many attempts of each delivery fail: most none, some a few, a few all.
        public static Dictionary<string, int> Of(int seed)
        {
            var random = new Random(seed);
            return Enumerable
                .Range(0, Deliveries)
                .ToDictionary(
                    i => $"msg_{i}",
                    _ =>
                        random.Next(10) switch
                        {
                            < 6 => 0,
                            < 9 => random.Next(1, 7),
                            _ => 7,
                        },
                    StringComparer.Ordinal
                );
        }
    }

    /// <summary>The store itself, with a note of every completion that it accepted.</summary>
    private sealed class CountingStore : IWebhookInboxStore
    {
        private readonly InMemoryWebhookInboxStore _store = new();

        public ConcurrentDictionary<string, int> Completions { get; } = new(StringComparer.Ordinal);

        public string Account => _store.Account;

        public async Task<bool> CompleteAsync(
            string id,
            Guid leaseToken,
            DateTimeOffset now,
            CancellationToken cancellationToken = default
        )
        {
            var completed = await _store.CompleteAsync(id, leaseToken, now, cancellationToken);
            if (completed)
                Completions.AddOrUpdate(id, 1, (_, count) => count + 1);
            return completed;
        }

        public Task<bool> AddAsync(InboxDelivery delivery, CancellationToken cancellationToken = default) =>
            _store.AddAsync(delivery, cancellationToken);

        public Task<int> EraseAsync(string customerId, CancellationToken cancellationToken = default) =>
            _store.EraseAsync(customerId, cancellationToken);

        public Task<IReadOnlyList<InboxDelivery>> LeaseDueAsync(
            DateTimeOffset now,
            DateTimeOffset until,
            int maxCount,
            CancellationToken cancellationToken = default
        ) => _store.LeaseDueAsync(now, until, maxCount, cancellationToken);

        public Task<bool> ExtendAsync(
            string id,
            Guid leaseToken,
            DateTimeOffset until,
            CancellationToken cancellationToken = default
        ) => _store.ExtendAsync(id, leaseToken, until, cancellationToken);

        public Task<bool> RetryAsync(
            string id,
            Guid leaseToken,
            DateTimeOffset dueAt,
            string failure,
            CancellationToken cancellationToken = default
        ) => _store.RetryAsync(id, leaseToken, dueAt, failure, cancellationToken);

        public Task<bool> ParkAsync(
            string id,
            Guid leaseToken,
            DateTimeOffset now,
            string failure,
            CancellationToken cancellationToken = default
        ) => _store.ParkAsync(id, leaseToken, now, failure, cancellationToken);

        public Task<bool> ReleaseAsync(string id, Guid leaseToken, CancellationToken cancellationToken = default) =>
            _store.ReleaseAsync(id, leaseToken, cancellationToken);

        public Task<bool> ReplayAsync(string id, DateTimeOffset now, CancellationToken cancellationToken = default) =>
            _store.ReplayAsync(id, now, cancellationToken);

        public Task<InboxDelivery?> FindAsync(string id, CancellationToken cancellationToken = default) =>
            _store.FindAsync(id, cancellationToken);

        public Task<InboxDelivery?> FindNewestAsync(string subject, CancellationToken cancellationToken = default) =>
            _store.FindNewestAsync(subject, cancellationToken);

        public Task<IReadOnlyList<InboxDelivery>> ListAsync(
            InboxState state,
            int maxCount,
            InboxDelivery? after = null,
            CancellationToken cancellationToken = default
        ) => _store.ListAsync(state, maxCount, after, cancellationToken);

        public Task<IReadOnlyList<InboxDelivery>> ListOfSubjectAsync(
            string subject,
            int maxCount,
            CancellationToken cancellationToken = default
        ) => _store.ListOfSubjectAsync(subject, maxCount, cancellationToken);

        public Task<DateTimeOffset?> FindNextDueAsync(
            DateTimeOffset now,
            CancellationToken cancellationToken = default
        ) => _store.FindNextDueAsync(now, cancellationToken);

        public Task<int> PruneAsync(
            DateTimeOffset completedBefore,
            DateTimeOffset parkedBefore,
            CancellationToken cancellationToken = default
        ) => _store.PruneAsync(completedBefore, parkedBefore, cancellationToken);
    }
}
