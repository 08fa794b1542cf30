using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.StoreTests;

/// <summary>What was old when it was looked at, and is in use again when it is about to be deleted, stays.</summary>
public sealed class PruneRaceTests(PostgresDatabases databases)
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Later = Noon.AddDays(1);

    private readonly string _account = $"account-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_charge_that_was_claimed_again_meanwhile_stays()
    {
        await using var other = new Node(await databases.DocumentedAsync());
        var released = Released();
        await using var node = new Node(
            await databases.DocumentedAsync(),
            retries: false,
            new Meanwhile(
                "DELETE FROM dodo_charges",
                () =>
                    other
                        .Ledger(_account)
                        .TryUpdateAsync(
                            released with
                            {
                                State = ChargeState.Claimed,
                                Version = 1,
                                ClaimedAt = Later,
                                SettledAt = null,
                            }
                        )
            )
        );
        var ledger = node.Ledger(_account);
        await ledger.ClaimAsync(released);

        Assert.Equal(0, await ledger.PruneAsync(Later));

        Assert.Equal(ChargeState.Claimed, (await ledger.FindAsync(released.Key))!.State);
    }

    [Fact]
    public async Task A_delivery_that_is_being_replayed_is_neither_waited_for_nor_deleted()
    {
        var database = await databases.DocumentedAsync();
        await using var node = new Node(database);
        var store = EntityFrameworkWebhookInboxStore.Create(node, _account);
        await store.AddAsync(
            new()
            {
                Id = "msg_1",
                Account = _account,
                ReceivedAt = Noon,
                SentAt = Noon,
                OccurredAt = Noon,
                DueAt = Noon,
            }
        );
        var leased = Assert.Single(await store.LeaseDueAsync(Noon, Noon.AddMinutes(1), 1));
        await store.CompleteAsync(leased.Id, leased.LeaseToken!.Value, Noon);
        await using var other = await OpenTransaction.StartAsync(
            database,
            $"UPDATE dodo_webhook_deliveries SET state = 0, finished_at = NULL WHERE account = '{_account}'"
        );

        Assert.Equal(0, await store.PruneAsync(Later, Later));

        await other.CommitAsync();
        Assert.Equal(0, await store.PruneAsync(Later, Later));
        Assert.Equal(InboxState.Waiting, (await store.FindAsync("msg_1"))!.State);
    }

    private static ChargeRecord Released() =>
        new()
        {
            Environment = DodoEnvironment.Test,
            Key = "order-1",
            Fingerprint = "0F",
            Flow = "upsell",
            CustomerId = "cus_1",
            ClaimedAt = Noon,
            State = ChargeState.NotCharged,
            SettledAt = Noon,
            Attempts = [new ChargeAttempt { Id = Guid.NewGuid().ToString("N"), StartedAt = Noon }],
        };
}
