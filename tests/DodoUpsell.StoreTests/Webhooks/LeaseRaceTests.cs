using System.Data.Common;
using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace DodoUpsell.StoreTests.Webhooks;

/// <summary>Tests that provoke race conditions of leasing.</summary>
public sealed class LeaseRaceTests(PostgresDatabases databases)
{
    private const string LeaseStatement = "UPDATE dodo_webhook_deliveries";

    private static readonly Guid Theirs = Guid.NewGuid();
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = Noon.AddMinutes(2);

    private readonly string _account = $"account-{Guid.NewGuid():N}";

    [Fact]
    public async Task Another_server_that_takes_the_subject_between_looking_and_leasing_has_it_alone()
    {
        var database = await databases.DocumentedAsync();
        await using var node = new Node(database);
        var store = EntityFrameworkWebhookInboxStore.Create(node, _account);
        await store.AddAsync(Delivery("msg_1", Noon));
        await store.AddAsync(Delivery("msg_2", Noon) with { Subject = "payment:pay_2" });
        await using var other = await OpenTransaction.StartAsync(
            database,
            $"""
            INSERT INTO dodo_webhook_deliveries (account, webhook_id, event_type, body, sent_at, occurred_at, fresh_at,
                subject, leased_subject, received_at, state, attempts, due_at, waits_behind, lease_token, leased_until)
            SELECT account, 'msg_0', event_type, body, sent_at, occurred_at, fresh_at, subject, subject, received_at, 1,
                1, due_at, 0, '{Theirs}', '{Until:O}'
            FROM dodo_webhook_deliveries WHERE account = '{_account}' AND webhook_id = 'msg_1'
            """
        );

        var leasing = store.LeaseDueAsync(Noon, Until, 5);
        await other.IsWaitedForAsync();
        await other.CommitAsync();

        // The first try fails as a whole, so the second subject is leased by the next call at the latest.
        var leased = (await leasing).Concat(await store.LeaseDueAsync(Noon, Until, 5));
        Assert.Equal("msg_2", Assert.Single(leased).Id);
        Assert.Equal(
            (InboxState.Waiting, 0),
            ((await store.FindAsync("msg_1"))!.State, (await store.FindAsync("msg_1"))!.Attempts)
        );
        Assert.True(await store.CompleteAsync("msg_0", Theirs, Noon));
        Assert.Equal("msg_1", Assert.Single(await store.LeaseDueAsync(Noon, Until, 5)).Id);
    }

    [Fact]
    public async Task A_lease_whose_answer_was_lost_is_known_and_counted_once()
    {
        await using var node = new Node(await databases.DocumentedAsync(), retries: true, new LosesTheAnswerToALease());
        var store = EntityFrameworkWebhookInboxStore.Create(node, _account);
        await store.AddAsync(Delivery("msg_1", Noon));

        Assert.Equal(
            ("msg_1", 1),
            Assert.Single(
                (await store.LeaseDueAsync(Noon, Until, 5)).Select(delivery => (delivery.Id, delivery.Attempts))
            )
        );
    }

    [Fact]
    public async Task A_turn_whose_answer_was_lost_completed_and_leased_once()
    {
        await using var node = new Node(await databases.DocumentedAsync(), retries: true, new LosesTheAnswerToATurn());
        var store = EntityFrameworkWebhookInboxStore.Create(node, _account);
        await store.AddAsync(Delivery("msg_1", Noon));
        await store.AddAsync(Delivery("msg_2", Noon) with { ReceivedAt = Noon.AddSeconds(1) });
        var first = await store.LeaseDueAsync(Noon, Until, 1);

        var turn = await store.CompleteAndLeaseAsync(first, Noon.AddSeconds(1), Until, 2);

        Assert.Equal(["msg_1"], turn!.CompletedIds);
        var second = Assert.Single(turn.Leased);
        Assert.Equal(("msg_2", 1), (second.Id, second.Attempts));
        Assert.True(await store.CompleteAsync("msg_2", second.LeaseToken!.Value, Noon.AddSeconds(1)));
    }

    [Fact]
    public async Task A_turn_that_another_server_gets_in_the_way_of_changes_nothing()
    {
        var database = await databases.DocumentedAsync();
        await using var node = new Node(database);
        var store = EntityFrameworkWebhookInboxStore.Create(node, _account);
        await store.AddAsync(Delivery("msg_1", Noon));
        var first = await store.LeaseDueAsync(Noon, Until, 1);
        await store.AddAsync(Delivery("msg_3", Noon) with { Subject = "payment:pay_3" });
        await using var other = await OpenTransaction.StartAsync(
            database,
            $"""
            INSERT INTO dodo_webhook_deliveries (account, webhook_id, event_type, body, sent_at, occurred_at, fresh_at,
                subject, leased_subject, received_at, state, attempts, due_at, waits_behind, lease_token, leased_until)
            SELECT account, 'msg_2', event_type, body, sent_at, occurred_at, fresh_at, subject, subject, received_at, 1,
                1, due_at, 0, '{Theirs}', '{Until:O}'
            FROM dodo_webhook_deliveries WHERE account = '{_account}' AND webhook_id = 'msg_3'
            """
        );

        var turning = store.CompleteAndLeaseAsync(first, Noon, Until, 2);
        await other.IsWaitedForAsync();
        await other.CommitAsync();

        Assert.Null(await turning);
        Assert.Equal(InboxState.Leased, (await store.FindAsync("msg_1"))!.State);
        Assert.Equal(InboxState.Waiting, (await store.FindAsync("msg_3"))!.State);
        Assert.True(await store.CompleteAsync("msg_1", first[0].LeaseToken!.Value, Noon));
    }

    private InboxDelivery Delivery(string id, DateTimeOffset due) =>
        new()
        {
            Id = id,
            Account = _account,
            Subject = "payment:pay_1",
            ReceivedAt = Noon,
            SentAt = Noon,
            OccurredAt = Noon,
            DueAt = due,
        };

    private sealed class LosesTheAnswerToALease() : LosesAnAnswer(LeaseStatement);

    private sealed class LosesTheAnswerToATurn() : LosesAnAnswer("SELECT webhook_id FROM dodo_webhook_deliveries");

    private abstract class LosesAnAnswer(string statement) : DbCommandInterceptor
    {
        private bool _done;

        public override async ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command,
            CommandExecutedEventData eventData,
            DbDataReader result,
            CancellationToken cancellationToken = default
        )
        {
            if (_done || !command.CommandText.StartsWith(statement, StringComparison.Ordinal))
                return result;
            _done = true;
            await result.DisposeAsync();
            throw new NpgsqlException("The connection broke.", new IOException());
        }
    }
}
