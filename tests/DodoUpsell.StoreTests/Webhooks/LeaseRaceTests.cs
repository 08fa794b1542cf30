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

    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Until = Noon.AddMinutes(2);

    private readonly string _account = $"account-{Guid.NewGuid():N}";

    [Fact]
    public async Task Another_server_that_takes_the_subject_between_looking_and_leasing_has_it_alone()
    {
        await using var other = new Node(await databases.DocumentedAsync());
        var theirs = EntityFrameworkWebhookInboxStore.Create(other, _account);
        IReadOnlyList<InboxDelivery> taken = [];
        await using var node = new Node(
            await databases.DocumentedAsync(),
            retries: false,
            new Meanwhile(
                LeaseStatement,
                async () =>
                {
                    await theirs.AddAsync(Delivery("msg_0", Noon.AddMinutes(-1)));
                    taken = await theirs.LeaseDueAsync(Noon, Until, 1);
                }
            )
        );
        var ours = EntityFrameworkWebhookInboxStore.Create(node, _account);
        await ours.AddAsync(Delivery("msg_1", Noon));

        var leased = await ours.LeaseDueAsync(Noon, Until, 5);

        Assert.Equal("msg_0", Assert.Single(taken).Id);
        Assert.Empty(leased);
        Assert.Equal(
            (InboxState.Waiting, 0),
            ((await ours.FindAsync("msg_1"))!.State, (await ours.FindAsync("msg_1"))!.Attempts)
        );
        Assert.True(await theirs.CompleteAsync("msg_0", taken[0].LeaseToken!.Value, Noon));
        Assert.Equal("msg_1", Assert.Single(await ours.LeaseDueAsync(Noon, Until, 5)).Id);
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

    private sealed class LosesTheAnswerToALease : DbCommandInterceptor
    {
        private bool _done;

        public override ValueTask<int> NonQueryExecutedAsync(
            DbCommand command,
            CommandExecutedEventData eventData,
            int result,
            CancellationToken cancellationToken = default
        )
        {
            if (_done || !command.CommandText.StartsWith(LeaseStatement, StringComparison.Ordinal))
                return ValueTask.FromResult(result);
            _done = true;
            throw new NpgsqlException("The connection broke.", new IOException());
        }
    }
}
