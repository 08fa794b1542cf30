using DodoUpsell.StoreTests.Support;
using static DodoUpsell.StoreTests.Offers.OfferSamples;

namespace DodoUpsell.StoreTests.Offers;

/// <summary>
/// The tests that every store of offers must pass, including races. They run for the in-memory store and for real
/// databases.
/// </summary>
public abstract partial class OfferStoreSuite
{
    private readonly string _account = $"account-{Guid.NewGuid():N}";

    /// <summary>
    /// Opens the store of an account as another server does, with its own connections if the store uses any.
    /// </summary>
    protected abstract Task<IOfferStore> OpenAsync(string account);

    [Fact]
    public async Task Every_property_of_an_offer_is_kept()
    {
        var store = await OpenAsync(_account);
        var full = Sample.Full<OfferRecord>() with { Environment = Test };
        var bare = Offer("ofr_bare");

        AssertRecord.SameProperties(full, await store.AddAsync(full));
        await store.AddAsync(bare);

        AssertRecord.SameProperties(full, await store.FindAsync(Test, full.Id));
        AssertRecord.SameProperties(full, await store.FindBySlotAsync(Test, full.Slot!));
        AssertRecord.SameProperties(bare, await store.FindAsync(Test, bare.Id));
        Assert.Null(await store.FindAsync(Test, "ofr_other"));
        Assert.Null(await store.FindBySlotAsync(Test, "other"));
    }

    [Fact]
    public async Task Every_property_of_a_changed_offer_is_kept()
    {
        var store = await OpenAsync(_account);
        var full = Sample.Full<OfferRecord>() with { Environment = Test, Id = "ofr_1", Version = 1 };
        await store.AddAsync(Offer("ofr_1"));

        Assert.True(await store.TryUpdateAsync(full));

        AssertRecord.SameProperties(full, await store.FindAsync(Test, "ofr_1"));
    }

    [Fact]
    public async Task Of_many_offers_for_one_slot_at_once_on_two_servers_one_is_stored_and_all_see_it()
    {
        IOfferStore[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];

        var added = await AtOnceAsync(32, i => nodes[i % 2].AddAsync(Offer($"ofr_{i}", "purchase:pay_1")));

        var stored = Assert.Single(await nodes[0].ListAsync(Test, "customer:cus_1"));
        Assert.All(added, offer => AssertRecord.SameProperties(stored, offer));
        AssertRecord.SameProperties(stored, await nodes[1].FindBySlotAsync(Test, "purchase:pay_1"));
    }

    [Fact]
    public async Task A_repeated_add_returns_what_became_of_the_offer()
    {
        var store = await OpenAsync(_account);
        var offer = Offer("ofr_1", "place:cart:customer:cus_1");
        await store.AddAsync(offer);
        AssertRecord.SameProperties(offer, await store.AddAsync(offer));
        var declined = offer.Next(OfferState.Declined) with { Slot = null };
        await store.TryUpdateAsync(declined);

        AssertRecord.SameProperties(declined, await store.AddAsync(offer));

        var second = await store.AddAsync(offer with { Id = "ofr_2" });
        Assert.Equal("ofr_2", second.Id);
        AssertRecord.SameProperties(second, await store.AddAsync(offer));
    }

    [Fact]
    public async Task Offers_without_a_slot_do_not_exclude_each_other()
    {
        var store = await OpenAsync(_account);
        await store.AddAsync(Offer("ofr_1"));
        await store.AddAsync(Offer("ofr_2") with { MadeAt = Now.AddSeconds(1) });

        Assert.Equal(["ofr_2", "ofr_1"], (await store.ListAsync(Test, "customer:cus_1")).Select(offer => offer.Id));
    }

    [Fact]
    public async Task A_slot_is_free_when_its_offer_left_it_and_cannot_be_taken_by_an_update()
    {
        var store = await OpenAsync(_account);
        var first = await store.AddAsync(Offer("ofr_1", "place:cart:customer:cus_1"));
        Assert.True(await store.TryUpdateAsync(first.Next(OfferState.Expired) with { Slot = null }));
        var second = await store.AddAsync(Offer("ofr_2", "place:cart:customer:cus_1"));
        Assert.Equal("ofr_2", second.Id);

        var third = await store.AddAsync(Offer("ofr_3"));
        await Assert.ThrowsAnyAsync<Exception>(() =>
            store.TryUpdateAsync(third.Next(OfferState.Open) with { Slot = "place:cart:customer:cus_1" })
        );

        AssertRecord.SameProperties(third, await store.FindAsync(Test, "ofr_3"));
        Assert.Equal("ofr_2", (await store.FindBySlotAsync(Test, "place:cart:customer:cus_1"))!.Id);
    }

    [Fact]
    public async Task Of_many_changes_of_one_version_at_once_on_two_servers_one_wins()
    {
        IOfferStore[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        var offer = await nodes[0].AddAsync(Offer("ofr_1"));

        var won = await AtOnceAsync(
            32,
            i => nodes[i % 2].TryUpdateAsync(offer.Next(OfferState.Accepting) with { Consent = $"{i}" })
        );

        var winner = Assert.Single(won.Index(), result => result.Item).Index;
        Assert.Equal($"{winner}", (await nodes[0].FindAsync(Test, "ofr_1"))!.Consent);
    }

    [Fact]
    public async Task A_change_of_another_version_or_of_an_unknown_offer_changes_nothing()
    {
        var store = await OpenAsync(_account);
        var offer = await store.AddAsync(Offer("ofr_1"));

        Assert.False(await store.TryUpdateAsync(offer with { State = OfferState.Declined }));
        Assert.False(await store.TryUpdateAsync(offer with { State = OfferState.Declined, Version = 2 }));
        Assert.False(await store.TryUpdateAsync(Offer("ofr_2").Next(OfferState.Declined)));
        var stale = offer with { State = OfferState.Accepted, Version = 5 };
        Assert.False(await store.TryUpdateAsync(stale, stale.Receipt()));

        AssertRecord.SameProperties(offer, await store.FindAsync(Test, "ofr_1"));
        Assert.Null(await store.FindAsync(Test, "ofr_2"));
        Assert.Null(await store.FindReceiptAsync(Test, "ofr_1"));
    }

    [Fact]
    public async Task The_newest_accepted_offer_of_a_subscription_is_found()
    {
        var store = await OpenAsync(_account);
        foreach (var (id, days) in new[] { ("ofr_1", 0), ("ofr_2", 1), ("ofr_3", 2) })
            await store.AddAsync(
                Offer(id) with
                {
                    MadeAt = Now.AddDays(days),
                    SubscriptionId = "sub_1",
                    State = id == "ofr_3" ? OfferState.Failed : OfferState.Accepted,
                }
            );
        await store.AddAsync(Offer("ofr_4") with { MadeAt = Now.AddDays(9), State = OfferState.Accepted });

        Assert.Equal("ofr_2", (await store.FindBySubscriptionAsync(Test, "sub_1"))!.Id);
        Assert.Null(await store.FindBySubscriptionAsync(Test, "sub_2"));
    }

    [Fact]
    public async Task Overdue_offers_are_listed_by_pages_the_oldest_first()
    {
        var store = await OpenAsync(_account);
        OfferRecord Accepting(string id, int minutes) =>
            Offer(id) with
            {
                State = OfferState.Accepting,
                AcceptedAt = Now.AddMinutes(minutes),
            };
        await store.AddAsync(Offer("ofr_3") with { ExpiresAt = Now.AddMinutes(-2) });
        await store.AddAsync(Offer("ofr_1") with { ExpiresAt = Now.AddMinutes(-9) });
        await store.AddAsync(Offer("ofr_2") with { ExpiresAt = Now.AddMinutes(-9) });
        await store.AddAsync(Offer("ofr_not_yet") with { ExpiresAt = Now });
        await store.AddAsync(Offer("ofr_ended") with { ExpiresAt = Now.AddDays(-1), State = OfferState.Expired });
        await store.AddAsync(Accepting("ofr_5", -20));
        await store.AddAsync(Accepting("ofr_4", -6));
        await store.AddAsync(Accepting("ofr_just", -5));

        Task<IReadOnlyList<OfferRecord>> PageAsync(OfferRecord? after) =>
            store.ListOverdueAsync(Test, Now, Now.AddMinutes(-5), 2, after);
        var first = await PageAsync(null);
        var second = await PageAsync(first[^1]);
        var third = await PageAsync(second[^1]);

        Assert.Equal(
            ["ofr_5", "ofr_1", "ofr_2", "ofr_4", "ofr_3"],
            first.Concat(second).Concat(third).Select(offer => offer.Id)
        );
        Assert.Empty(await PageAsync(third[^1]));
    }

    [Fact]
    public async Task Accounts_and_environments_are_apart()
    {
        var store = await OpenAsync(_account);
        var other = await OpenAsync(_account + "-b");
        var offer = Offer("ofr_1", "purchase:pay_1", "user:ann");
        var live = offer with { Environment = DodoEnvironment.Live, RuleId = "live" };
        await store.AddPaidAsync(offer);
        await store.AddPaidAsync(live);
        await other.AddAsync(offer with { RuleId = "other" });
        await store.LinkAsync(Test, "ann", "cus_1", Now);
        await store.AssignAsync(Assignment("exp", "user:ann", "a"));
        await store.AddMoneyAsync(Payment("pay_1", "user:ann"));
        await store.PauseAsync(Pause("rule-1"));

        Assert.Equal("live", (await store.FindBySlotAsync(DodoEnvironment.Live, "purchase:pay_1"))!.RuleId);
        Assert.Equal("other", (await other.FindAsync(Test, "ofr_1"))!.RuleId);
        Assert.Equal("customer:cus_1", (await other.FindSubjectAsync(Test, SubjectIds.OfCustomer("cus_1"))).Id);
        foreach (var (apart, environment) in new[] { (other, Test), (store, DodoEnvironment.Live) })
        {
            Assert.Single(await apart.ListAsync(environment, "user:ann"));
            Assert.Empty((await apart.FindSubjectAsync(environment, SubjectIds.OfUser("ann"))).CustomerIds);
            Assert.Empty(await apart.ListAssignmentsAsync(environment, "user:ann"));
            Assert.Null(await apart.FindMoneyAsync(environment, "pay_1"));
            Assert.Empty(await apart.ListPausesAsync(environment));
            Assert.False(await apart.ResumeAsync(environment, "rule-1", Now));
        }

        Assert.Equal(1, Assert.Single(await store.ReadReceiptsAsync(DodoEnvironment.Live).ToListAsync()).Number);
        Assert.Empty(await other.ReadReceiptsAsync(Test).ToListAsync());
        var subject = await store.FindSubjectAsync(Test, SubjectIds.OfUser("ann"));
        await store.EraseAsync(Test, subject, eraseReceipts: true, Now);
        await store.PruneAsync(Test, Now.AddYears(1));
        Assert.NotNull(await store.FindAsync(DodoEnvironment.Live, "ofr_1"));
        Assert.NotNull((await store.FindReceiptAsync(DodoEnvironment.Live, "ofr_1"))!.Json);
        Assert.NotNull(await other.FindAsync(Test, "ofr_1"));
    }

    [Fact]
    public async Task Long_ids_and_texts_are_kept_and_keys_that_differ_in_case_are_two()
    {
        var store = await OpenAsync(_account);
        var user = new string('u', SubjectIds.MaxUserIdLength);
        var customer = new string('c', 200);
        var offer = Offer(new string('o', ChargeKey.MaxLength), $"place:cart:user:{user}", $"user:{user}") with
        {
            CustomerId = customer,
            PurchaseId = new string('p', 1000),
            SubscriptionId = new string('s', 1000),
            Placement = new string('l', 280),
            Terms = new string('t', 100_000),
            Consent = "a null \0 and half a pair \uD83D end",
            State = OfferState.Accepted,
        };
        Assert.True(await store.LinkAsync(Test, user, customer, Now));
        await store.AddAsync(offer);
        await store.AddAsync(Offer("OFR_1", "Slot"));
        await store.AddAsync(Offer("ofr_1", "slot"));

        var kept = (await store.FindBySubscriptionAsync(Test, offer.SubscriptionId))!;
        Assert.Equal(offer.Terms, kept.Terms);
        Assert.EndsWith(" end", kept.Consent, StringComparison.Ordinal);
        Assert.Equal(customer, Assert.Single((await SubjectAsync(store, user: user)).CustomerIds));
        Assert.Equal("OFR_1", (await store.FindBySlotAsync(Test, "Slot"))!.Id);
        Assert.Equal("ofr_1", (await store.FindBySlotAsync(Test, "slot"))!.Id);
    }

    [Fact]
    public async Task A_cancelled_call_changes_nothing()
    {
        var store = await OpenAsync(_account);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AddAsync(Offer("ofr_1"), cancelled.Token));

        Assert.Null(await store.FindAsync(Test, "ofr_1"));
    }

    private static OfferPause Pause(string rule) =>
        new()
        {
            Environment = Test,
            RuleId = rule,
            Reason = OfferPauseReason.Errors,
            Count = 7,
            Of = 20,
            PausedAt = Now,
        };

    private static Task<OfferSubject> SubjectAsync(IOfferStore store, string? user = null, string? customer = null) =>
        store.FindSubjectAsync(Test, new SubjectIds { UserId = user, CustomerId = customer });

    private static Task<T[]> AtOnceAsync<T>(int count, Func<int, Task<T>> act) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(i => Task.Run(() => act(i))));
}
