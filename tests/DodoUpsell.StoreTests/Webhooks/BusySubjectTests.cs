using System.Collections.Concurrent;
using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.StoreTests.Webhooks;

/// <summary>The suite for PostgreSQL.</summary>
public sealed class BusySubjectTests(PostgresDatabases databases) : BusySubjectSuite(databases.DocumentedAsync);

/// <summary>The suite for SQLite.</summary>
public sealed class SqliteBusySubjectTests(SqliteDatabases databases) : BusySubjectSuite(databases.DocumentedAsync);

/// <summary>
/// Tests the queue: deliveries of a subject that is being handled wait outside of it, and none of them is forgotten
/// there.
/// </summary>
public abstract class BusySubjectSuite(Func<Task<string>> database) : IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = Noon.AddMinutes(2);

    private readonly string _account = $"account-{Guid.NewGuid():N}";
    private string _database = "";
    private Node? _node;

    private EntityFrameworkWebhookInboxStore Store => EntityFrameworkWebhookInboxStore.Create(_node!, _account);

    public async ValueTask InitializeAsync()
    {
        _database = await database();
        _node = new Node(_database);
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_node is not null)
            await _node.DisposeAsync();
    }

    [Fact]
    public async Task A_subject_that_fills_the_queue_does_not_keep_another_one_waiting()
    {
        await AddAsync("busy", 2500, subjects: 1);
        await Store.AddAsync(Delivery("other", "payment:other", Noon));

        var leased = await Store.LeaseDueAsync(Noon, Until, 4);

        Assert.Equal(["busy-0000", "other"], leased.Select(delivery => delivery.Id));
        Assert.Equal(2499, await BehindAsync());
    }

    [Fact]
    public async Task Its_deliveries_follow_one_by_one_in_order_however_each_attempt_ends()
    {
        await AddAsync("busy", 6, subjects: 1);
        var ends = new Func<InboxDelivery, Task<bool>>[]
        {
            one => Store.CompleteAsync(one.Id, one.LeaseToken!.Value, Noon),
            one => Store.ParkAsync(one.Id, one.LeaseToken!.Value, Noon, "It failed."),
            one => Store.RetryAsync(one.Id, one.LeaseToken!.Value, Noon.AddHours(1), "It failed."),
            one => Store.ReleaseAsync(one.Id, one.LeaseToken!.Value),
            one => Store.CompleteAsync(one.Id, one.LeaseToken!.Value, Noon),
            one => Store.CompleteAsync(one.Id, one.LeaseToken!.Value, Noon),
            one => Store.CompleteAsync(one.Id, one.LeaseToken!.Value, Noon),
        };
        var order = new List<string>();
        foreach (var end in ends)
        {
            var leased = Assert.Single(await Store.LeaseDueAsync(Noon, Until, 4));
            order.Add(leased.Id);
            Assert.True(await end(leased));
        }

        // The third waits for its retry, and the fourth was released and comes first again.
        Assert.Equal(
            ["busy-0000", "busy-0001", "busy-0002", "busy-0003", "busy-0003", "busy-0004", "busy-0005"],
            order
        );
        Assert.Empty(await Store.LeaseDueAsync(Noon, Until, 4));
        Assert.Equal("busy-0002", Assert.Single(await Store.LeaseDueAsync(Noon.AddHours(1), Noon.AddHours(2), 4)).Id);
    }

    [Fact]
    public async Task After_a_lease_that_expired_all_of_them_are_still_handled()
    {
        await AddAsync("busy", 3, subjects: 1);
        await Store.LeaseDueAsync(Noon, Until, 4);
        Assert.Equal(2, await BehindAsync());

        Assert.Equal(Until, await Store.FindNextDueAsync(Noon));
        foreach (var id in new[] { "busy-0000", "busy-0001", "busy-0002" })
        {
            var leased = Assert.Single(await Store.LeaseDueAsync(Until, Until.AddMinutes(2), 4));
            Assert.Equal(id, leased.Id);
            Assert.True(await Store.CompleteAsync(id, leased.LeaseToken!.Value, Until));
        }

        Assert.Null(await Store.FindNextDueAsync(Until));
    }

    [Fact]
    public async Task A_worker_that_lost_its_lease_moves_nothing_and_records_nothing()
    {
        await AddAsync("busy", 3, subjects: 1);
        var lost = Assert.Single(await Store.LeaseDueAsync(Noon, Until, 4));
        var held = Assert.Single(await Store.LeaseDueAsync(Until, Until.AddMinutes(2), 4));
        Assert.Equal(2, await BehindAsync());

        Assert.False(await Store.CompleteAsync(lost.Id, lost.LeaseToken!.Value, Until));

        Assert.Equal(2, await BehindAsync());
        Assert.True(await Store.CompleteAsync(held.Id, held.LeaseToken!.Value, Until));
        Assert.Equal(1, await BehindAsync());
    }

    [Fact]
    public async Task Waiting_deliveries_outside_the_queue_are_listed_and_can_be_replayed()
    {
        await AddAsync("busy", 3, subjects: 1);
        var leased = Assert.Single(await Store.LeaseDueAsync(Noon, Until, 4));

        Assert.Equal(
            ["busy-0001", "busy-0002"],
            (await Store.ListAsync(InboxState.Waiting, 10)).Select(delivery => delivery.Id)
        );
        Assert.True(await Store.ReplayAsync("busy-0002", Noon));
        Assert.True(await Store.CompleteAsync(leased.Id, leased.LeaseToken!.Value, Noon));
        Assert.Equal("busy-0001", Assert.Single(await Store.LeaseDueAsync(Noon, Until, 4)).Id);
    }

    [Fact]
    public async Task When_the_leased_delivery_was_deleted_by_hand_pruning_brings_the_others_back()
    {
        await AddAsync("busy", 3, subjects: 1);
        var leased = Assert.Single(await Store.LeaseDueAsync(Noon, Until, 4));
        await TestDatabase.ExecuteAsync(
            _database,
            $"DELETE FROM dodo_webhook_deliveries WHERE account = '{_account}' AND webhook_id = '{leased.Id}'"
        );
        Assert.Empty(await Store.LeaseDueAsync(Noon, Until, 4));

        await Store.PruneAsync(DateTimeOffset.MinValue, DateTimeOffset.MinValue);

        Assert.Equal("busy-0001", Assert.Single(await Store.LeaseDueAsync(Noon, Until, 4)).Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(400)]
    public async Task Four_workers_on_two_servers_handle_each_once_and_each_subject_in_order(int subjects)
    {
        const int Count = 400;
        await AddAsync("busy", Count, subjects);
        await using var other = new Node(_database);
        var handled = new ConcurrentQueue<string>();
        var running = new ConcurrentDictionary<string, int>();

        async Task WorkAsync(IWebhookInboxStore store)
        {
            while (handled.Count < Count)
            {
                foreach (var one in await store.LeaseDueAsync(Noon, Until, 3))
                {
                    Assert.Equal(1, running.AddOrUpdate(one.Subject, 1, (_, before) => before + 1));
                    handled.Enqueue(one.Id);
                    running.AddOrUpdate(one.Subject, 0, (_, before) => before - 1);
                    Assert.True(await store.CompleteAsync(one.Id, one.LeaseToken!.Value, Noon));
                }
            }
        }

        var theirs = EntityFrameworkWebhookInboxStore.Create(other, _account);
        await Task.WhenAll(WorkAsync(Store), WorkAsync(Store), WorkAsync(theirs), WorkAsync(theirs));

        Assert.Equal(Count, handled.Distinct().Count());
        Assert.Equal(Count, handled.Count);
        foreach (var subject in handled.GroupBy(id => Number(id) % subjects))
            Assert.Equal(subject.Order(), subject);
        Assert.Equal(0, await BehindAsync());
    }

    private static int Number(string id) =>
        int.Parse(id["busy-".Length..], System.Globalization.CultureInfo.InvariantCulture);

    private Task AddAsync(string name, int count, int subjects)
    {
        string Row(int i)
        {
            var at = TestDatabase.Literal(_database, Noon.AddMinutes(-1) + TimeSpan.FromMicroseconds(i));
            return $"('{_account}', '{name}-{i:0000}', '', '', {at}, {at}, {at}, 'payment:{name}_{i % subjects}', "
                + $"{at}, 0, 0, {at}, 0)";
        }

        return TestDatabase.ExecuteAsync(
            _database,
            $"""
            INSERT INTO dodo_webhook_deliveries (account, webhook_id, event_type, body, sent_at, occurred_at, fresh_at,
                subject, received_at, state, attempts, due_at, waits_behind)
            VALUES {string.Join(",\n", Enumerable.Range(0, count).Select(Row))}
            """
        );
    }

    private Task<long> BehindAsync() =>
        TestDatabase.ScalarAsync<long>(
            _database,
            $"SELECT count(*) FROM dodo_webhook_deliveries WHERE account = '{_account}' AND waits_behind = 1"
        );

    private InboxDelivery Delivery(string id, string subject, DateTimeOffset due) =>
        new()
        {
            Id = id,
            Account = _account,
            Subject = subject,
            ReceivedAt = due,
            SentAt = due,
            OccurredAt = due,
            DueAt = due,
        };
}
