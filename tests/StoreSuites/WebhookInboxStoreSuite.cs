using System.Text;
using DodoUpsell.Webhooks;

namespace DodoUpsell.StoreSuites;

/// <summary>
/// The tests that every inbox store must pass. A test project links this file and opens its own store.
/// </summary>
public abstract class WebhookInboxStoreSuite
{
    // Whole milliseconds, because no database stores more than microseconds.
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Opens a store on the database of this test. Stores with the same account share their deliveries.
    /// </summary>
    protected abstract ValueTask<IWebhookInboxStore> OpenAsync(string account = "");

    [Fact]
    public async Task A_delivery_is_kept_as_it_was_recorded()
    {
        var store = await OpenAsync("brand-a");
        var delivery = Delivery("msg_1", "payment:pay_1") with
        {
            Account = "brand-a",
            StateAt = Noon.AddMilliseconds(-5),
            Body = "{\"a\":1}"u8.ToArray(),
        };

        Assert.True(await store.AddAsync(delivery));

        var kept = Assert.IsType<InboxDelivery>(await store.FindAsync("msg_1"));
        Assert.Equal(delivery with { Body = kept.Body }, kept);
        Assert.Equal("{\"a\":1}"u8.ToArray(), kept.Body.ToArray());
        Assert.Null(await store.FindAsync("msg_2"));
    }

    [Fact]
    public async Task Of_a_hundred_that_add_one_id_at_once_one_succeeds()
    {
        var stores = new List<IWebhookInboxStore>();
        for (var i = 0; i < 4; i++)
            stores.Add(await OpenAsync());

        var added = await AtOnceAsync(100, i => stores[i % 4].AddAsync(Delivery("msg_1", $"payment:pay_{i}")));

        Assert.Equal(1, added.Count(was => was));
        Assert.Single(await stores[0].ListAsync(InboxState.Waiting, 1000));
    }

    [Fact]
    public async Task Ids_that_differ_in_upper_and_lower_case_are_two()
    {
        var store = await OpenAsync();

        Assert.True(await store.AddAsync(Delivery("msg_a", "payment:pay_1")));
        Assert.True(await store.AddAsync(Delivery("msg_A", "payment:pay_1")));

        Assert.Equal("msg_a", (await store.FindAsync("msg_a"))!.Id);
        Assert.Equal("msg_A", (await store.FindAsync("msg_A"))!.Id);
    }

    [Fact]
    public async Task Bodies_of_a_customer_are_erased_and_their_ids_stay_taken()
    {
        var store = await OpenAsync();
        var other = await OpenAsync("brand-b");
        InboxDelivery About(string id, string customer) =>
            Delivery(id, $"payment:{id}") with
            {
                Body = Encoding.UTF8.GetBytes($"{{\"customer_id\":\"{customer}\"}}"),
            };
        await store.AddAsync(About("msg_1", "cus_1"));
        await store.AddAsync(About("msg_2", "cus_1"));
        await store.AddAsync(About("msg_3", "cus_11"));
        await other.AddAsync(About("msg_1", "cus_1") with { Account = "brand-b" });
        foreach (var (at, leased) in (await store.LeaseDueAsync(Noon, Noon + Lease, 10)).Index())
            Assert.True(
                at == 0
                    ? await store.ParkAsync(leased.Id, leased.LeaseToken!.Value, Noon, "failed")
                    : await store.CompleteAsync(leased.Id, leased.LeaseToken!.Value, Noon)
            );

        Assert.Equal(2, await store.EraseAsync("cus_1"));

        Assert.True((await store.FindAsync("msg_1"))!.IsErased);
        Assert.True((await store.FindAsync("msg_2"))!.IsErased);
        Assert.False((await store.FindAsync("msg_3"))!.IsErased);
        Assert.False((await other.FindAsync("msg_1"))!.IsErased);
        Assert.False(await store.AddAsync(About("msg_1", "cus_1")));
        Assert.Equal(0, await store.EraseAsync("cus_1"));
    }

    [Fact]
    public async Task Bodies_are_kept_while_a_delivery_of_their_subject_is_to_be_handled()
    {
        var store = await OpenAsync();
        var body = "{\"customer_id\":\"cus_1\"}"u8.ToArray();
        await store.AddAsync(Delivery("msg_1", "payment:pay_1") with { Body = body });
        var leased = await LeaseOneAsync(store, Noon);
        Assert.Equal(0, await store.EraseAsync("cus_1"));
        await store.CompleteAsync("msg_1", leased.LeaseToken!.Value, Noon);
        await store.AddAsync(Delivery("msg_2", "payment:pay_1") with { Body = body });

        Assert.Equal(0, await store.EraseAsync("cus_1"));

        leased = await LeaseOneAsync(store, Noon);
        await store.CompleteAsync("msg_2", leased.LeaseToken!.Value, Noon);
        Assert.Equal(2, await store.EraseAsync("cus_1"));
    }

    [Fact]
    public async Task Every_body_of_many_is_found()
    {
        var store = await OpenAsync();
        const int Count = 2100;
        for (var i = 0; i < Count; i++)
            await store.AddAsync(
                Delivery($"msg_{i}", "") with
                {
                    Body = Encoding.UTF8.GetBytes($"{{\"customer_id\":\"cus_{i % 700}\"}}"),
                    State = InboxState.Completed,
                    FinishedAt = Noon,
                }
            );

        Assert.Equal(3, await store.EraseAsync("cus_699"));
        Assert.Equal(3, await store.EraseAsync("cus_0"));
    }

    [Fact]
    public async Task An_id_stays_taken_in_every_state()
    {
        var store = await OpenAsync();
        await store.AddAsync(Delivery("msg_1", "payment:pay_1"));
        Assert.False(await store.AddAsync(Delivery("msg_1", "payment:pay_1")));
        var leased = await LeaseOneAsync(store, Noon);
        Assert.False(await store.AddAsync(Delivery("msg_1", "payment:pay_1")));
        Assert.True(await store.CompleteAsync("msg_1", leased.LeaseToken!.Value, Noon));
        Assert.False(await store.AddAsync(Delivery("msg_1", "payment:pay_1")));
        Assert.Equal(InboxState.Completed, (await store.FindAsync("msg_1"))!.State);
    }

    [Fact]
    public async Task What_is_due_is_leased_in_order_and_no_more_than_asked_for()
    {
        var store = await OpenAsync();
        await store.AddAsync(Delivery("msg_late", "a:1") with { DueAt = Noon.AddSeconds(2) });
        await store.AddAsync(Delivery("msg_second", "a:2") with { ReceivedAt = Noon.AddSeconds(-1) });
        await store.AddAsync(Delivery("msg_first", "a:3") with { ReceivedAt = Noon.AddSeconds(-2) });
        await store.AddAsync(Delivery("msg_earlier", "a:4") with { DueAt = Noon.AddSeconds(-9) });

        var first = await store.LeaseDueAsync(Noon, Noon + Lease, 2);
        var rest = await store.LeaseDueAsync(Noon, Noon + Lease, 10);

        Assert.Equal(["msg_earlier", "msg_first"], first.Select(delivery => delivery.Id));
        Assert.Equal(["msg_second"], rest.Select(delivery => delivery.Id));
        Assert.All(
            first,
            delivery =>
                Assert.Equal(
                    (InboxState.Leased, 1, Noon + Lease),
                    (delivery.State, delivery.Attempts, delivery.LeasedUntil!.Value)
                )
        );
        Assert.Equal(2, first.Select(delivery => delivery.LeaseToken!.Value).Distinct().Count());
        Assert.Equal("msg_late", (await LeaseOneAsync(store, Noon.AddSeconds(2))).Id);
    }

    [Fact]
    public async Task One_subject_is_leased_once_at_a_time_and_no_subject_stands_for_nothing()
    {
        var store = await OpenAsync();
        for (var i = 0; i < 3; i++)
            await store.AddAsync(Delivery($"msg_{i}", "payment:pay_1"));
        for (var i = 3; i < 6; i++)
            await store.AddAsync(Delivery($"msg_{i}", ""));

        var leased = await store.LeaseDueAsync(Noon, Noon + Lease, 10);
        Assert.Equal(["msg_0", "msg_3", "msg_4", "msg_5"], leased.Select(delivery => delivery.Id));
        Assert.Empty(await store.LeaseDueAsync(Noon, Noon + Lease, 10));

        Assert.True(await store.CompleteAsync("msg_0", leased[0].LeaseToken!.Value, Noon));
        Assert.Equal("msg_1", (await LeaseOneAsync(store, Noon)).Id);
    }

    [Fact]
    public async Task Leases_never_overlap_for_a_subject_whoever_asks()
    {
        const int Subjects = 5;
        var stores = new List<IWebhookInboxStore>();
        for (var i = 0; i < 4; i++)
            stores.Add(await OpenAsync());
        for (var i = 0; i < 40; i++)
            await stores[0].AddAsync(Delivery($"msg_{i:00}", $"payment:pay_{i % Subjects}"));
        var held = new int[Subjects];
        var handled = 0;
        var overlaps = 0;

        await AtOnceAsync(
            8,
            async worker =>
            {
                var store = stores[worker % 4];
                while (Volatile.Read(ref handled) < 40)
                {
                    foreach (var delivery in await store.LeaseDueAsync(Noon, Noon + Lease, 2))
                    {
                        var subject = delivery.Subject[^1] - '0';
                        if (Interlocked.Increment(ref held[subject]) > 1)
                            Interlocked.Increment(ref overlaps);
                        await Task.Yield();
                        Interlocked.Decrement(ref held[subject]);
                        if (await store.CompleteAsync(delivery.Id, delivery.LeaseToken!.Value, Noon))
                            Interlocked.Increment(ref handled);
                    }

                    await Task.Yield();
                }

                return true;
            }
        );

        Assert.Equal(0, overlaps);
        Assert.Equal(40, (await stores[0].ListAsync(InboxState.Completed, 1000)).Count);
        Assert.All(
            await stores[0].ListAsync(InboxState.Completed, 1000),
            delivery => Assert.Equal(1, delivery.Attempts)
        );
    }

    [Fact]
    public async Task A_lease_that_ended_comes_back_and_its_worker_can_record_nothing_more()
    {
        var store = await OpenAsync();
        await store.AddAsync(Delivery("msg_1", "payment:pay_1"));
        var crashed = await LeaseOneAsync(store, Noon);

        Assert.Empty(await store.LeaseDueAsync(Noon + Lease - TimeSpan.FromMilliseconds(1), Noon + Lease + Lease, 1));
        var again = await LeaseOneAsync(store, Noon + Lease);

        var late = crashed.LeaseToken!.Value;
        Assert.Equal(2, again.Attempts);
        Assert.NotEqual(late, again.LeaseToken);
        Assert.False(await store.CompleteAsync("msg_1", late, Noon));
        Assert.False(await store.RetryAsync("msg_1", late, Noon, "late"));
        Assert.False(await store.ParkAsync("msg_1", late, Noon, "late"));
        Assert.False(await store.ReleaseAsync("msg_1", late));
        Assert.False(await store.ExtendAsync("msg_1", late, Noon + Lease + Lease));
        Assert.Equal(
            again with
            {
                Body = default,
                IsNewest = false,
            },
            (await store.FindAsync("msg_1"))! with
            {
                Body = default,
            }
        );
        Assert.True(await store.CompleteAsync("msg_1", again.LeaseToken!.Value, Noon + Lease));
        Assert.False(await store.CompleteAsync("msg_1", again.LeaseToken!.Value, Noon + Lease));
    }

    [Fact]
    public async Task Completing_and_leasing_at_once_completes_what_is_held_and_leases_what_comes_next()
    {
        var store = await OpenAsync();
        foreach (var (id, subject) in new[] { ("msg_1", "a:1"), ("msg_2", "a:2"), ("msg_3", "a:1"), ("msg_4", "a:3") })
            await store.AddAsync(Delivery(id, subject) with { ReceivedAt = Noon.AddSeconds(id[^1]) });
        var first = await store.LeaseDueAsync(Noon, Noon + Lease, 2);
        Assert.Equal(["msg_1", "msg_2"], first.Select(delivery => delivery.Id));
        var stale = first[1] with { LeaseToken = Guid.NewGuid() };
        var later = Noon.AddSeconds(1);

        // A store that cannot do both at once does nothing.
        if (await store.CompleteAndLeaseAsync([first[0], stale], later, later + Lease, 2) is not { } turn)
        {
            Assert.Equal(InboxState.Leased, (await store.FindAsync("msg_1"))!.State);
            Assert.Equal(InboxState.Waiting, (await store.FindAsync("msg_3"))!.State);
            return;
        }

        Assert.Equal(["msg_1"], turn.CompletedIds);
        Assert.Equal(["msg_3", "msg_4"], turn.Leased.Select(delivery => delivery.Id));
        Assert.All(
            turn.Leased,
            delivery => Assert.Equal((1, later + Lease), (delivery.Attempts, delivery.LeasedUntil))
        );
        var kept = (await store.FindAsync("msg_1"))!;
        Assert.Equal(
            (InboxState.Completed, later, (Guid?)null, (DateTimeOffset?)null),
            (kept.State, kept.FinishedAt, kept.LeaseToken, kept.LeasedUntil)
        );
        Assert.Equal(InboxState.Leased, (await store.FindAsync("msg_2"))!.State);

        var last = await store.CompleteAndLeaseAsync([first[0], .. turn.Leased], later, later + Lease, 0);
        Assert.Equal(["msg_3", "msg_4"], last!.CompletedIds.Order());
        Assert.Empty(last.Leased);
        Assert.True(await store.CompleteAsync("msg_2", first[1].LeaseToken!.Value, later));
        Assert.Null(await store.FindNextDueAsync(later));
    }

    [Fact]
    public async Task An_extended_lease_ends_later()
    {
        var store = await OpenAsync();
        await store.AddAsync(Delivery("msg_1", "payment:pay_1"));
        var leased = await LeaseOneAsync(store, Noon);

        Assert.True(await store.ExtendAsync("msg_1", leased.LeaseToken!.Value, Noon + Lease + Lease));

        Assert.Empty(await store.LeaseDueAsync(Noon + Lease, Noon + Lease + Lease, 1));
        Assert.Equal("msg_1", (await LeaseOneAsync(store, Noon + Lease + Lease)).Id);
    }

    [Fact]
    public async Task A_failed_attempt_waits_and_a_released_one_was_never_made()
    {
        var store = await OpenAsync();
        await store.AddAsync(Delivery("msg_1", "payment:pay_1"));
        var first = await LeaseOneAsync(store, Noon);
        Assert.True(await store.RetryAsync("msg_1", first.LeaseToken!.Value, Noon.AddSeconds(5), "It failed."));
        Assert.Empty(await store.LeaseDueAsync(Noon.AddSeconds(4), Noon + Lease, 1));

        var second = await LeaseOneAsync(store, Noon.AddSeconds(5));
        Assert.Equal((2, "It failed."), (second.Attempts, second.LastError));
        Assert.True(await store.ReleaseAsync("msg_1", second.LeaseToken!.Value));

        var waiting = (await store.FindAsync("msg_1"))!;
        Assert.Equal((InboxState.Waiting, 1, Noon.AddSeconds(5)), (waiting.State, waiting.Attempts, waiting.DueAt));
        Assert.Null(waiting.LeaseToken);
        Assert.Null(waiting.LeasedUntil);
        Assert.Equal(2, (await LeaseOneAsync(store, Noon.AddSeconds(5))).Attempts);
    }

    [Fact]
    public async Task The_deliveries_of_a_subject_are_listed_the_newest_first_whatever_their_state()
    {
        var store = await OpenAsync();
        for (var i = 0; i < 4; i++)
            await store.AddAsync(
                Delivery($"msg_{i}", "payment:pay_1") with
                {
                    StateAt = Noon.AddSeconds(i / 2),
                    OccurredAt = Noon.AddSeconds(i),
                }
            );
        await store.AddAsync(Delivery("msg_4", "payment:pay_2"));
        await store.AddAsync(Delivery("msg_5", ""));
        await (await OpenAsync("brand-b")).AddAsync(Delivery("msg_6", "payment:pay_1") with { Account = "brand-b" });
        var leased = await store.LeaseDueAsync(Noon.AddDays(1), Noon.AddDays(1) + Lease, 1);
        await store.ParkAsync(leased[0].Id, leased[0].LeaseToken!.Value, Noon, "It failed.");

        var listed = await store.ListOfSubjectAsync("payment:pay_1", 100);

        Assert.Equal(["msg_3", "msg_2", "msg_1", "msg_0"], listed.Select(delivery => delivery.Id));
        Assert.Equal(["msg_3", "msg_2"], (await store.ListOfSubjectAsync("payment:pay_1", 2)).Select(one => one.Id));
        Assert.Empty(await store.ListOfSubjectAsync("payment:pay_3", 100));
        Assert.Empty(await store.ListOfSubjectAsync("", 100));
    }

    [Fact]
    public async Task A_parked_delivery_rests_until_it_is_replayed()
    {
        var store = await OpenAsync();
        await store.AddAsync(Delivery("msg_1", "payment:pay_1"));
        var leased = await LeaseOneAsync(store, Noon);
        Assert.True(await store.ParkAsync("msg_1", leased.LeaseToken!.Value, Noon, "It failed."));
        Assert.Empty(await store.LeaseDueAsync(Noon.AddYears(1), Noon.AddYears(2), 1));
        Assert.Null(await store.FindNextDueAsync(Noon));
        var parked = Assert.Single(await store.ListAsync(InboxState.Parked, 10));
        Assert.Equal((Noon, "It failed."), (parked.FinishedAt, parked.LastError));

        Assert.True(await store.ReplayAsync("msg_1", Noon.AddHours(1)));

        var replayed = (await store.FindAsync("msg_1"))!;
        Assert.Equal((InboxState.Waiting, 0, Noon.AddHours(1)), (replayed.State, replayed.Attempts, replayed.DueAt));
        Assert.Null(replayed.FinishedAt);
        Assert.Equal(1, (await LeaseOneAsync(store, Noon.AddHours(1))).Attempts);
    }

    [Fact]
    public async Task A_completed_delivery_can_be_replayed_and_one_being_handled_cannot()
    {
        var store = await OpenAsync();
        await store.AddAsync(Delivery("msg_1", "payment:pay_1"));
        var leased = await LeaseOneAsync(store, Noon);
        Assert.False(await store.ReplayAsync("msg_1", Noon));
        await store.CompleteAsync("msg_1", leased.LeaseToken!.Value, Noon);

        Assert.True(await store.ReplayAsync("msg_1", Noon));
        Assert.False(await store.ReplayAsync("msg_unknown", Noon));

        var again = await LeaseOneAsync(store, Noon);
        Assert.Equal("msg_1", again.Id);
        Assert.True(await store.ReplayAsync("msg_1", Noon + Lease));
        Assert.False(await store.CompleteAsync("msg_1", again.LeaseToken!.Value, Noon + Lease));
    }

    [Fact]
    public async Task The_newest_of_a_subject_is_found_in_every_state()
    {
        var store = await OpenAsync();
        await store.AddAsync(Delivery("msg_1", "payment:pay_1") with { StateAt = Noon, SentAt = Noon.AddHours(5) });
        await store.AddAsync(
            Delivery("msg_2", "payment:pay_1") with
            {
                StateAt = Noon.AddMilliseconds(1),
                SentAt = Noon,
            }
        );
        await store.AddAsync(Delivery("msg_3", "payment:pay_2") with { StateAt = Noon.AddHours(9) });
        Assert.Equal("msg_2", (await store.FindNewestAsync("payment:pay_1"))!.Id);

        foreach (var leased in await store.LeaseDueAsync(Noon, Noon + Lease, 10))
            await store.CompleteAsync(leased.Id, leased.LeaseToken!.Value, Noon);
        var second = await LeaseOneAsync(store, Noon);
        Assert.Equal("msg_2", (await store.FindNewestAsync("payment:pay_1"))!.Id);
        await store.ParkAsync(second.Id, second.LeaseToken!.Value, Noon, "It failed.");
        Assert.Equal("msg_2", (await store.FindNewestAsync("payment:pay_1"))!.Id);
        Assert.Null(await store.FindNewestAsync("payment:pay_3"));
    }

    [Fact]
    public async Task A_delivery_that_is_leased_as_the_newest_is_the_newest()
    {
        var store = await OpenAsync();
        await store.AddAsync(Delivery("msg_new", "payment:pay_1") with { StateAt = Noon.AddMinutes(2) });
        await store.AddAsync(Delivery("msg_none", "") with { StateAt = Noon.AddMinutes(2) });
        var newest = await store.LeaseDueAsync(Noon, Noon + Lease, 2);
        await store.CompleteAsync("msg_new", newest[0].LeaseToken!.Value, Noon);
        await store.AddAsync(Delivery("msg_old", "payment:pay_1") with { StateAt = Noon.AddMinutes(1) });
        var older = await LeaseOneAsync(store, Noon);

        // A store may not determine it, but it must not be wrong.
        Assert.Equal(["msg_new", "msg_none"], newest.Select(delivery => delivery.Id).Order());
        Assert.False(newest.Single(delivery => delivery.Id == "msg_none").IsNewest);
        Assert.False(older.IsNewest);
        await store.CompleteAsync("msg_old", older.LeaseToken!.Value, Noon);
        await store.ReplayAsync("msg_new", Noon);
        if (newest.Single(delivery => delivery.Id == "msg_new").IsNewest)
            Assert.True((await LeaseOneAsync(store, Noon)).IsNewest);
    }

    [Fact]
    public async Task Without_a_time_of_change_the_time_of_sending_counts_then_the_event_then_the_id()
    {
        var store = await OpenAsync();
        await store.AddAsync(Delivery("msg_b", "subscription:s") with { SentAt = Noon, OccurredAt = Noon });
        await store.AddAsync(Delivery("msg_a", "subscription:s") with { SentAt = Noon, OccurredAt = Noon });
        await store.AddAsync(Delivery("msg_B", "subscription:s") with { SentAt = Noon, OccurredAt = Noon });
        Assert.Equal("msg_b", (await store.FindNewestAsync("subscription:s"))!.Id);

        await store.AddAsync(
            Delivery("msg_0", "subscription:s") with
            {
                SentAt = Noon,
                OccurredAt = Noon.AddMilliseconds(1),
            }
        );
        Assert.Equal("msg_0", (await store.FindNewestAsync("subscription:s"))!.Id);

        await store.AddAsync(
            Delivery("msg_00", "subscription:s") with
            {
                SentAt = Noon.AddSeconds(1),
                OccurredAt = Noon.AddDays(-9),
            }
        );
        Assert.Equal("msg_00", (await store.FindNewestAsync("subscription:s"))!.Id);
    }

    [Fact]
    public async Task Lists_have_pages_in_the_order_of_arrival()
    {
        var store = await OpenAsync();
        for (var i = 0; i < 5; i++)
            await store.AddAsync(Delivery($"msg_{i}", $"a:{i}") with { ReceivedAt = Noon.AddSeconds(i / 2) });

        var first = await store.ListAsync(InboxState.Waiting, 2);
        var second = await store.ListAsync(InboxState.Waiting, 2, first[^1]);
        var third = await store.ListAsync(InboxState.Waiting, 2, second[^1]);

        Assert.Equal(
            ["msg_0", "msg_1", "msg_2", "msg_3", "msg_4"],
            first.Concat(second).Concat(third).Select(delivery => delivery.Id)
        );
        Assert.Empty(await store.ListAsync(InboxState.Waiting, 2, third[^1]));
        Assert.Empty(await store.ListAsync(InboxState.Completed, 2));
    }

    [Fact]
    public async Task What_arrived_at_the_same_moment_is_neither_lost_nor_repeated_where_a_page_ends()
    {
        var store = await OpenAsync();
        string[] ids = ["msg_2", "msg_4", "msg_0", "msg_3", "msg_1"];
        foreach (var id in ids)
            await store.AddAsync(Delivery(id, $"a:{id}") with { ReceivedAt = Noon });

        var listed = new List<string>();
        InboxDelivery? last = null;
        while (
            await store.ListAsync(InboxState.Waiting, 2, last) is [.., var newest] page && listed.Count <= ids.Length
        )
        {
            listed.AddRange(page.Select(delivery => delivery.Id));
            last = newest;
        }

        Assert.Equal(["msg_0", "msg_1", "msg_2", "msg_3", "msg_4"], listed);
    }

    [Fact]
    public async Task The_next_due_time_is_when_a_lease_could_be_taken()
    {
        var store = await OpenAsync();
        Assert.Null(await store.FindNextDueAsync(Noon));
        await store.AddAsync(Delivery("msg_1", "payment:pay_1"));
        await store.AddAsync(Delivery("msg_2", "payment:pay_1"));
        await store.AddAsync(Delivery("msg_3", "payment:pay_2") with { DueAt = Noon.AddMinutes(1) });
        Assert.Equal(Noon, await store.FindNextDueAsync(Noon));

        var leased = await LeaseOneAsync(store, Noon);
        Assert.Equal(Noon.AddMinutes(1), await store.FindNextDueAsync(Noon));
        var other = await LeaseOneAsync(store, Noon.AddMinutes(1));
        Assert.Equal("msg_3", other.Id);
        Assert.Equal(Noon + Lease, await store.FindNextDueAsync(Noon.AddMinutes(1)));

        await store.CompleteAsync(leased.Id, leased.LeaseToken!.Value, Noon.AddMinutes(1));
        Assert.Equal(Noon, await store.FindNextDueAsync(Noon.AddMinutes(1)));
    }

    [Fact]
    public async Task Old_deliveries_are_deleted_each_kind_by_its_own_limit()
    {
        var store = await OpenAsync();
        foreach (
            var (id, finished, parked) in new[]
            {
                ("msg_1", 1, false),
                ("msg_2", 3, false),
                ("msg_3", 1, true),
                ("msg_4", 0, true),
            }
        )
        {
            await store.AddAsync(Delivery(id, $"payment:{id}"));
            var leased = await LeaseOneAsync(store, Noon);
            var ended = parked
                ? await store.ParkAsync(id, leased.LeaseToken!.Value, Noon.AddDays(finished), "It failed.")
                : await store.CompleteAsync(id, leased.LeaseToken!.Value, Noon.AddDays(finished));
            Assert.True(ended);
        }

        await store.AddAsync(Delivery("msg_5", "payment:msg_5") with { ReceivedAt = Noon.AddYears(-1) });

        Assert.Equal(2, await store.PruneAsync(completedBefore: Noon.AddDays(2), parkedBefore: Noon.AddDays(1)));

        Assert.Null(await store.FindAsync("msg_1"));
        Assert.NotNull(await store.FindAsync("msg_2"));
        Assert.NotNull(await store.FindAsync("msg_3"));
        Assert.Null(await store.FindAsync("msg_4"));
        Assert.NotNull(await store.FindAsync("msg_5"));
        Assert.True(await store.AddAsync(Delivery("msg_1", "payment:msg_1")));
    }

    [Fact]
    public async Task The_newest_of_a_subject_stays_as_long_as_an_older_one_does()
    {
        var store = await OpenAsync();
        foreach (var (id, state) in new[] { ("msg_old", 1), ("msg_newest", 3), ("msg_middle", 2) })
        {
            await store.AddAsync(Delivery(id, "payment:pay_1") with { StateAt = Noon.AddMinutes(state) });
            var leased = await LeaseOneAsync(store, Noon);
            if (id == "msg_old")
                await store.ParkAsync(id, leased.LeaseToken!.Value, Noon, "It failed.");
            else
                await store.CompleteAsync(id, leased.LeaseToken!.Value, Noon);
        }

        Assert.Equal(1, await store.PruneAsync(completedBefore: Noon.AddDays(1), parkedBefore: Noon));
        Assert.Equal("msg_newest", (await store.FindNewestAsync("payment:pay_1"))!.Id);
        Assert.NotNull(await store.FindAsync("msg_old"));

        Assert.Equal(2, await store.PruneAsync(completedBefore: Noon.AddDays(1), parkedBefore: Noon.AddDays(1)));
        Assert.Null(await store.FindNewestAsync("payment:pay_1"));
    }

    [Fact]
    public async Task Accounts_never_see_each_other()
    {
        var mine = await OpenAsync("brand-a");
        var theirs = await OpenAsync("brand-b");
        Assert.Equal(("brand-a", "brand-b"), (mine.Account, theirs.Account));
        await mine.AddAsync(Delivery("msg_1", "payment:pay_1") with { Account = "brand-a" });
        await Assert.ThrowsAsync<ArgumentException>(() =>
            theirs.AddAsync(Delivery("msg_2", "payment:pay_1") with { Account = "brand-a" })
        );

        Assert.Null(await theirs.FindAsync("msg_1"));
        Assert.Null(await theirs.FindNewestAsync("payment:pay_1"));
        Assert.Null(await theirs.FindNextDueAsync(Noon));
        Assert.Empty(await theirs.LeaseDueAsync(Noon, Noon + Lease, 10));
        Assert.Empty(await theirs.ListAsync(InboxState.Waiting, 10));
        Assert.False(await theirs.ReplayAsync("msg_1", Noon));
        Assert.True(await theirs.AddAsync(Delivery("msg_1", "payment:pay_1") with { Account = "brand-b" }));

        var leased = await LeaseOneAsync(mine, Noon);
        Assert.Equal("brand-b", (await LeaseOneAsync(theirs, Noon)).Account);
        Assert.False(await theirs.CompleteAsync("msg_1", leased.LeaseToken!.Value, Noon));
        Assert.True(await mine.CompleteAsync("msg_1", leased.LeaseToken!.Value, Noon));
        Assert.Equal(0, await theirs.PruneAsync(Noon.AddDays(9), Noon.AddDays(9)));
        Assert.Equal(InboxState.Leased, (await theirs.FindAsync("msg_1"))!.State);
    }

    /// <summary>Returns a delivery that was received at noon and is due at noon.</summary>
    protected static InboxDelivery Delivery(string id, string subject) =>
        new()
        {
            Id = id,
            Subject = subject,
            Type = "payment.succeeded",
            Body = "{}"u8.ToArray(),
            ReceivedAt = Noon,
            SentAt = Noon,
            OccurredAt = Noon,
            DueAt = Noon,
        };

    private static async Task<InboxDelivery> LeaseOneAsync(IWebhookInboxStore store, DateTimeOffset now) =>
        Assert.Single(await store.LeaseDueAsync(now, now + Lease, 1));

    private static async Task<T[]> AtOnceAsync<T>(int count, Func<int, Task<T>> act)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var acting = Enumerable
            .Range(0, count)
            .Select(i =>
                Task.Run(async () =>
                {
                    await start.Task;
                    return await act(i);
                })
            )
            .ToList();
        start.SetResult();
        return await Task.WhenAll(acting);
    }
}
