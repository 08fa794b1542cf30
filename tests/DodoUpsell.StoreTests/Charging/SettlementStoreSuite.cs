using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.StoreTests.Charging;

/// <summary>
/// The tests that every settlement store must pass, including races. They run for the in-memory store and for a real
/// database.
/// </summary>
public abstract class SettlementStoreSuite
{
    private const DodoEnvironment Test = DodoEnvironment.Test;
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private readonly string _account = $"account-{Guid.NewGuid():N}";

    /// <summary>
    /// Opens the ledger of an account as another server does, with its own connections if the ledger uses any.
    /// </summary>
    protected abstract Task<IChargeLedger> OpenAsync(string account);

    [Fact]
    public async Task A_settlement_is_kept_as_it_was_added_and_added_once()
    {
        var store = await StoreAsync();
        var full = new ChargeSettlement
        {
            Id = "settlement-1",
            Kind = ChargeSettlementKind.Refund,
            Charge = Sample.Full() with { DeclineCode = "größe\t\"quoted\"" },
            Amount = new Money(4_000_000_123L, new Currency("JPY")),
            SourceId = "ref_1",
            OccurredAt = Noon.AddTicks(1234560),
        };

        Assert.True(await store.AddAsync(full));
        Assert.False(await store.AddAsync(full with { SourceId = "ref_2" }));

        var kept = (await store.FindAsync(Test, "settlement-1"))!;
        AssertRecord.Same(full, kept.Settlement);
        Assert.Equal((InboxState.Waiting, 0, full.OccurredAt), (kept.State, kept.Attempts, kept.DueAt));
        Assert.Null(await store.FindAsync(Test, "settlement-2"));
    }

    [Fact]
    public async Task Of_a_hundred_that_add_one_id_at_once_one_succeeds()
    {
        IChargeSettlementStore[] stores = [await StoreAsync(), await StoreAsync()];

        var added = await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(i => Task.Run(() => stores[i % 2].AddAsync(Settlement("refund-1", "order-1"))))
        );

        Assert.Single(added, was => was);
        Assert.Single(await stores[0].ListAsync(Test, InboxState.Waiting));
    }

    [Fact]
    public async Task What_is_due_is_leased_in_order_and_one_of_a_key_at_a_time()
    {
        var store = await StoreAsync();
        await store.AddAsync(Settlement("late", "order-1", Noon.AddSeconds(2)));
        await store.AddAsync(Settlement("second", "order-2", Noon.AddSeconds(-1)));
        await store.AddAsync(Settlement("first", "order-3", Noon.AddSeconds(-2)));
        await store.AddAsync(Settlement("behind", "order-3", Noon.AddSeconds(-1)));

        var leased = await store.LeaseDueAsync(Test, Noon, Noon + Lease, 10);

        Assert.Equal(["first", "second"], leased.Select(delivery => delivery.Settlement.Id));
        Assert.All(
            leased,
            delivery =>
                Assert.Equal(
                    (InboxState.Leased, 1, Noon + Lease),
                    (delivery.State, delivery.Attempts, delivery.LeasedUntil!.Value)
                )
        );
        Assert.Empty(await store.LeaseDueAsync(Test, Noon, Noon + Lease, 10));
        Assert.True(await store.CompleteAsync(Test, "first", leased[0].LeaseToken!.Value, Noon));
        Assert.Equal("behind", (await LeaseOneAsync(store, Noon)).Settlement.Id);
        Assert.Equal("late", (await LeaseOneAsync(store, Noon.AddSeconds(2))).Settlement.Id);
    }

    [Fact]
    public async Task Leases_on_several_servers_never_overlap_for_a_key_and_each_settlement_is_handled_once()
    {
        const int Keys = 5;
        var stores = new List<IChargeSettlementStore>();
        for (var i = 0; i < 4; i++)
            stores.Add(await StoreAsync());
        for (var i = 0; i < 40; i++)
            await stores[0].AddAsync(Settlement($"settlement-{i:00}", $"order-{i % Keys}"));
        var held = new int[Keys];
        var (handled, overlaps) = (0, 0);

        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(worker =>
                    Task.Run(async () =>
                    {
                        var store = stores[worker % 4];
                        while (Volatile.Read(ref handled) < 40)
                        {
                            foreach (var delivery in await store.LeaseDueAsync(Test, Noon, Noon + Lease, 2))
                            {
                                var key = delivery.Settlement.Charge.Key.Value[^1] - '0';
                                if (Interlocked.Increment(ref held[key]) > 1)
                                    Interlocked.Increment(ref overlaps);
                                await Task.Yield();
                                Interlocked.Decrement(ref held[key]);
                                if (
                                    await store.CompleteAsync(
                                        Test,
                                        delivery.Settlement.Id,
                                        delivery.LeaseToken!.Value,
                                        Noon
                                    )
                                )
                                    Interlocked.Increment(ref handled);
                            }

                            await Task.Yield();
                        }
                    })
                )
        );

        Assert.Equal(0, overlaps);
        var completed = await stores[0].ListAsync(Test, InboxState.Completed, 1000);
        Assert.Equal(40, completed.Count);
        Assert.All(completed, delivery => Assert.Equal(1, delivery.Attempts));
    }

    [Fact]
    public async Task A_lease_that_ended_comes_back_and_its_worker_can_record_nothing_more()
    {
        var store = await StoreAsync();
        await store.AddAsync(Settlement("settlement-1", "order-1"));
        var crashed = await LeaseOneAsync(store, Noon);
        Assert.Empty(
            await store.LeaseDueAsync(Test, Noon + Lease - TimeSpan.FromMilliseconds(1), Noon + Lease + Lease, 1)
        );

        var again = await LeaseOneAsync(store, Noon + Lease);

        var late = crashed.LeaseToken!.Value;
        Assert.Equal(2, again.Attempts);
        Assert.False(await store.CompleteAsync(Test, "settlement-1", late, Noon));
        Assert.False(await store.RetryAsync(Test, "settlement-1", late, Noon, "late"));
        Assert.False(await store.ParkAsync(Test, "settlement-1", late, Noon, "late"));
        Assert.False(await store.ReleaseAsync(Test, "settlement-1", late));
        Assert.False(await store.ExtendAsync(Test, "settlement-1", late, Noon + Lease + Lease));
        Assert.True(await store.ExtendAsync(Test, "settlement-1", again.LeaseToken!.Value, Noon + (3 * Lease)));
        Assert.Empty(await store.LeaseDueAsync(Test, Noon + (2 * Lease), Noon + (4 * Lease), 1));
        Assert.True(await store.CompleteAsync(Test, "settlement-1", again.LeaseToken!.Value, Noon + Lease));
    }

    [Fact]
    public async Task A_failed_attempt_waits_a_released_one_was_never_made_and_a_parked_settlement_rests_until_it_is_replayed()
    {
        var store = await StoreAsync();
        await store.AddAsync(Settlement("settlement-1", "order-1"));
        Assert.True(
            await store.RetryAsync(
                Test,
                "settlement-1",
                (await LeaseOneAsync(store, Noon)).LeaseToken!.Value,
                Noon.AddSeconds(5),
                "It failed."
            )
        );
        Assert.Empty(await store.LeaseDueAsync(Test, Noon.AddSeconds(4), Noon + Lease, 1));
        Assert.Equal(Noon.AddSeconds(5), await store.FindNextDueAsync(Test, Noon));
        Assert.True(
            await store.ReleaseAsync(
                Test,
                "settlement-1",
                (await LeaseOneAsync(store, Noon.AddSeconds(5))).LeaseToken!.Value
            )
        );
        var second = await LeaseOneAsync(store, Noon.AddSeconds(5));
        Assert.Equal((2, "It failed."), (second.Attempts, second.LastError));
        Assert.False(await store.ReplayAsync(Test, "settlement-1", Noon.AddSeconds(6)));

        Assert.True(await store.ParkAsync(Test, "settlement-1", second.LeaseToken!.Value, Noon, "It failed for good."));

        Assert.Empty(await store.LeaseDueAsync(Test, Noon.AddYears(1), Noon.AddYears(2), 1));
        Assert.Null(await store.FindNextDueAsync(Test, Noon));
        var parked = Assert.Single(await store.ListAsync(Test, InboxState.Parked));
        Assert.Equal((Noon, "It failed for good."), (parked.FinishedAt, parked.LastError));
        Assert.False(await store.ReplayAsync(Test, "unknown", Noon));
        Assert.True(await store.ReplayAsync(Test, "settlement-1", Noon.AddHours(1)));
        Assert.Equal(
            (1, Noon.AddHours(1)),
            (
                (await LeaseOneAsync(store, Noon.AddHours(1))).Attempts,
                (await store.FindAsync(Test, "settlement-1"))!.DueAt
            )
        );
    }

    [Fact]
    public async Task The_next_due_time_is_when_a_lease_could_be_taken()
    {
        var store = await StoreAsync();
        Assert.Null(await store.FindNextDueAsync(Test, Noon));
        await store.AddAsync(Settlement("settlement-1", "order-1"));
        await store.AddAsync(Settlement("settlement-2", "order-1"));
        await store.AddAsync(Settlement("settlement-3", "order-2", Noon.AddMinutes(1)));
        Assert.Equal(Noon, await store.FindNextDueAsync(Test, Noon));

        var leased = await LeaseOneAsync(store, Noon);
        Assert.Equal(Noon.AddMinutes(1), await store.FindNextDueAsync(Test, Noon));
        Assert.Equal("settlement-3", (await LeaseOneAsync(store, Noon.AddMinutes(1))).Settlement.Id);
        Assert.Equal(Noon + Lease, await store.FindNextDueAsync(Test, Noon.AddMinutes(1)));
        await store.CompleteAsync(Test, leased.Settlement.Id, leased.LeaseToken!.Value, Noon.AddMinutes(1));
        Assert.Equal(Noon, await store.FindNextDueAsync(Test, Noon.AddMinutes(1)));
    }

    [Fact]
    public async Task What_happened_at_the_same_moment_is_neither_lost_nor_repeated_where_a_page_ends()
    {
        var store = await StoreAsync();
        foreach (var number in new[] { 2, 4, 0, 3, 1 })
            await store.AddAsync(Settlement($"settlement-{number}", "order-1", Noon));

        var first = await store.ListAsync(Test, InboxState.Waiting, 2);
        var second = await store.ListAsync(Test, InboxState.Waiting, 2, first[^1]);
        var third = await store.ListAsync(Test, InboxState.Waiting, 2, second[^1]);

        Assert.Equal(
            Enumerable.Range(0, 5).Select(i => $"settlement-{i}"),
            first.Concat(second).Concat(third).Select(delivery => delivery.Settlement.Id)
        );
    }

    [Fact]
    public async Task The_settlements_of_a_charge_are_listed_in_the_order_of_time_whatever_their_state()
    {
        var store = await StoreAsync();
        await store.AddAsync(Settlement("settlement-2", "order-1", Noon.AddSeconds(1)));
        await store.AddAsync(Settlement("settlement-3", "order-2"));
        await store.AddAsync(Settlement("settlement-1", "order-1"));
        await store.AddAsync(Settlement("settlement-0", "order-1", Noon.AddSeconds(1)));
        var leased = await store.LeaseDueAsync(Test, Noon, Noon + Lease, 5);
        var first = leased.Single(delivery => delivery.Settlement.Id == "settlement-1");
        await store.CompleteAsync(Test, "settlement-1", first.LeaseToken!.Value, Noon);

        var listed = await store.ListOfChargeAsync(Test, "order-1");

        Assert.Equal(
            ["settlement-1", "settlement-0", "settlement-2"],
            listed.Select(delivery => delivery.Settlement.Id)
        );
        Assert.Equal(InboxState.Completed, listed[0].State);
        Assert.Empty(await store.ListOfChargeAsync(Test, "order-3"));
        Assert.Empty(await store.ListOfChargeAsync(DodoEnvironment.Live, "order-1"));
    }

    [Fact]
    public async Task Lists_have_pages_in_the_order_of_time()
    {
        var store = await StoreAsync();
        for (var i = 0; i < 5; i++)
            await store.AddAsync(Settlement($"settlement-{i}", "order-1", Noon.AddSeconds(i / 2)));

        var first = await store.ListAsync(Test, InboxState.Waiting, 2);
        var second = await store.ListAsync(Test, InboxState.Waiting, 2, first[^1]);
        var third = await store.ListAsync(Test, InboxState.Waiting, 2, second[^1]);

        Assert.Equal(
            Enumerable.Range(0, 5).Select(i => $"settlement-{i}"),
            first.Concat(second).Concat(third).Select(delivery => delivery.Settlement.Id)
        );
        Assert.Empty(await store.ListAsync(Test, InboxState.Waiting, 2, third[^1]));
        Assert.Empty(await store.ListAsync(Test, InboxState.Completed));
    }

    [Fact]
    public async Task Only_what_was_told_or_parked_long_ago_is_deleted()
    {
        var store = await StoreAsync();
        foreach (
            var (id, days, parked) in new[]
            {
                ("told-1", 1, false),
                ("told-3", 3, false),
                ("parked-1", 1, true),
                ("parked-0", 0, true),
            }
        )
        {
            await store.AddAsync(Settlement(id, id));
            var token = (await LeaseOneAsync(store, Noon)).LeaseToken!.Value;
            Assert.True(
                parked
                    ? await store.ParkAsync(Test, id, token, Noon.AddDays(days), "It failed.")
                    : await store.CompleteAsync(Test, id, token, Noon.AddDays(days))
            );
        }

        await store.AddAsync(Settlement("waiting", "order-1", Noon.AddYears(-1)));
        await store.AddAsync(Settlement("leased", "order-2", Noon.AddYears(-2)));
        Assert.Equal("leased", (await LeaseOneAsync(store, Noon)).Settlement.Id);

        Assert.Equal(2, await store.PruneAsync(Test, completedBefore: Noon.AddDays(2), parkedBefore: Noon.AddDays(1)));

        Assert.Null(await store.FindAsync(Test, "told-1"));
        Assert.Null(await store.FindAsync(Test, "parked-0"));
        foreach (var id in new[] { "told-3", "parked-1", "waiting", "leased" })
            Assert.NotNull(await store.FindAsync(Test, id));
    }

    [Fact]
    public async Task Environments_and_accounts_never_see_each_other()
    {
        var mine = await StoreAsync();
        var theirs = (await OpenAsync(_account + "-other")).Settlements;
        await mine.AddAsync(Settlement("settlement-1", "order-1"));
        foreach (var (store, environment) in new[] { (mine, DodoEnvironment.Live), (theirs, Test) })
        {
            Assert.Null(await store.FindAsync(environment, "settlement-1"));
            Assert.Null(await store.FindNextDueAsync(environment, Noon));
            Assert.Empty(await store.LeaseDueAsync(environment, Noon, Noon + Lease, 10));
            Assert.Empty(await store.ListAsync(environment, InboxState.Waiting));
            Assert.False(await store.ReplayAsync(environment, "settlement-1", Noon));
            var own = Settlement("settlement-1", "order-1");
            Assert.True(await store.AddAsync(own with { Charge = own.Charge with { Environment = environment } }));
        }

        var leased = await LeaseOneAsync(mine, Noon);
        var live = Assert.Single(await mine.LeaseDueAsync(DodoEnvironment.Live, Noon, Noon + Lease, 10));
        Assert.False(await mine.CompleteAsync(DodoEnvironment.Live, "settlement-1", leased.LeaseToken!.Value, Noon));
        Assert.True(await mine.CompleteAsync(Test, "settlement-1", leased.LeaseToken!.Value, Noon));
        Assert.Equal(0, await mine.PruneAsync(DodoEnvironment.Live, Noon.AddDays(9), Noon.AddDays(9)));
        Assert.True(await mine.CompleteAsync(DodoEnvironment.Live, "settlement-1", live.LeaseToken!.Value, Noon));
        Assert.Equal(InboxState.Waiting, (await theirs.FindAsync(Test, "settlement-1"))!.State);
    }

    private static ChargeSettlement Settlement(string id, string key, DateTimeOffset? occurredAt = null) =>
        new ChargeRecord
        {
            Environment = Test,
            Key = key,
            Fingerprint = "0F",
            Flow = "upsell",
            CustomerId = "cus_1",
            State = ChargeState.Succeeded,
            ClaimedAt = Noon,
        }.Settlement(id, occurredAt ?? Noon);

    private static async Task<SettlementDelivery> LeaseOneAsync(IChargeSettlementStore store, DateTimeOffset now) =>
        Assert.Single(await store.LeaseDueAsync(Test, now, now + Lease, 1));

    private async Task<IChargeSettlementStore> StoreAsync() => (await OpenAsync(_account)).Settlements;
}
