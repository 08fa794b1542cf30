using DodoUpsell.StoreTests.Support;
using static DodoUpsell.StoreTests.Offers.OfferSamples;

namespace DodoUpsell.StoreTests.Offers;

public abstract partial class OfferStoreSuite
{
    [Fact]
    public async Task A_subject_is_the_user_with_all_linked_customers_or_the_customer_alone()
    {
        var store = await OpenAsync(_account);
        Assert.True(await store.LinkAsync(Test, "ann", "cus_1", Now));
        Assert.True(await store.LinkAsync(Test, "ann", "cus_2", Now.AddMinutes(1)));
        Assert.True(await store.LinkAsync(Test, "bob", "cus_3", Now));

        async Task SeesAsync(string? user, string? customer, string id, params string[] customers)
        {
            var subject = await SubjectAsync(store, user, customer);
            Assert.Equal(id, subject.Id);
            Assert.Equal(customers, subject.CustomerIds);
            Assert.Equal(id.StartsWith("user:", StringComparison.Ordinal) ? id[5..] : null, subject.UserId);
        }

        await SeesAsync("ann", null, "user:ann", "cus_2", "cus_1");
        await SeesAsync(null, "cus_1", "user:ann", "cus_2", "cus_1");
        await SeesAsync("ann", "cus_1", "user:ann", "cus_2", "cus_1");
        await SeesAsync("ann", "cus_3", "user:ann", "cus_2", "cus_1");
        await SeesAsync("ann", "cus_4", "user:ann", "cus_4", "cus_2", "cus_1");
        await SeesAsync("cat", null, "user:cat");
        await SeesAsync("cat", "cus_1", "user:cat");
        await SeesAsync(null, "cus_4", "customer:cus_4", "cus_4");
    }

    [Fact]
    public async Task A_link_moves_what_is_stored_for_the_customer_alone()
    {
        var store = await OpenAsync(_account);
        await store.AddPaidAsync(Offer("ofr_paid", "purchase:pay_1"));
        var open = await store.AddAsync(Offer("ofr_open", "place:cart:customer:cus_1"));
        var double1 = await store.AddAsync(Offer("ofr_double", "place:menu:customer:cus_1"));
        await store.AddAsync(Offer("ofr_other", "place:cart:customer:cus_11", "customer:cus_11"));
        await store.AddAsync(Offer("ofr_own", "place:menu:user:ann", "user:ann"));
        await store.AddMoneyAsync(Payment("pay_1"));
        await store.AddMoneyAsync(Payment("pay_2", "customer:cus_11"));
        foreach (var (experiment, subject, variant, minute) in AssignmentsOfBoth)
            await store.AssignAsync(
                Assignment(experiment, subject, variant) with
                {
                    AssignedAt = Now.AddMinutes(minute),
                }
            );

        Assert.True(await store.LinkAsync(Test, "ann", "cus_1", Now));

        Assert.Empty(await store.ListAsync(Test, "customer:cus_1"));
        Assert.Equal(
            ["ofr_double", "ofr_open", "ofr_own", "ofr_paid"],
            (await store.ListAsync(Test, "user:ann")).Select(offer => offer.Id).Order(StringComparer.Ordinal)
        );
        var moved = (await store.FindBySlotAsync(Test, "place:cart:user:ann"))!;
        AssertRecord.SameProperties(
            open with
            {
                SubjectId = "user:ann",
                Slot = "place:cart:user:ann",
                Version = 1,
            },
            moved
        );
        Assert.Null((await store.FindAsync(Test, double1.Id))!.Slot);
        Assert.Equal("ofr_own", (await store.FindBySlotAsync(Test, "place:menu:user:ann"))!.Id);
        Assert.Equal("ofr_paid", (await store.FindBySlotAsync(Test, "purchase:pay_1"))!.Id);
        Assert.Equal("user:ann", (await store.FindMoneyAsync(Test, "pay_1"))!.SubjectId);
        Assert.Equal("customer:cus_11", (await store.FindMoneyAsync(Test, "pay_2"))!.SubjectId);
        Assert.Equal("customer:cus_11", (await store.FindAsync(Test, "ofr_other"))!.SubjectId);
        Assert.Equal(
            ["both-late own", "both-early moved", "one moved"],
            (await store.ListAssignmentsAsync(Test, "user:ann")).Select(kept => $"{kept.ExperimentKey} {kept.Variant}")
        );
        Assert.Empty(await store.ListAssignmentsAsync(Test, "customer:cus_1"));

        // A caller that read the offer before it moved does not move it back.
        Assert.False(await store.TryUpdateAsync(open.Next(OfferState.Accepting)));
        Assert.True(await store.TryUpdateAsync(moved.Next(OfferState.Accepting)));
    }

    private static readonly (string Experiment, string Subject, string Variant, int Minute)[] AssignmentsOfBoth =
    [
        ("one", "customer:cus_1", "moved", 5),
        ("both-early", "customer:cus_1", "moved", 1),
        ("both-early", "user:ann", "own", 2),
        ("both-late", "customer:cus_1", "moved", 3),
        ("both-late", "user:ann", "own", 0),
    ];

    [Fact]
    public async Task A_repeated_link_moves_what_was_stored_meanwhile_and_a_customer_of_another_user_is_refused()
    {
        var store = await OpenAsync(_account);
        Assert.True(await store.LinkAsync(Test, "ann", "cus_1", Now));
        await store.AddAsync(Offer("ofr_1"));

        Assert.False(await store.LinkAsync(Test, "bob", "cus_1", Now.AddDays(1)));
        Assert.Single(await store.ListAsync(Test, "customer:cus_1"));
        Assert.Empty(await store.ListAsync(Test, "user:bob"));

        Assert.True(await store.LinkAsync(Test, "ann", "cus_1", Now.AddDays(1)));
        Assert.Single(await store.ListAsync(Test, "user:ann"));
        Assert.Equal("ann", (await SubjectAsync(store, customer: "cus_1")).UserId);
    }

    [Fact]
    public async Task Of_two_users_that_a_customer_is_linked_to_at_once_one_gets_all_of_it()
    {
        IOfferStore[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        for (var i = 0; i < 5; i++)
        {
            await nodes[0].AddAsync(Offer($"ofr_{i}"));
            await nodes[0].AssignAsync(Assignment($"exp-{i}", "customer:cus_1", "a"));
        }

        var linked = await AtOnceAsync(
            16,
            i => nodes[i % 2].LinkAsync(Test, i / 2 % 2 == 0 ? "ann" : "bob", "cus_1", Now)
        );

        var user = (await SubjectAsync(nodes[0], customer: "cus_1")).UserId!;
        Assert.All(
            linked.Index(),
            result => Assert.Equal((result.Index / 2 % 2 == 0 ? "ann" : "bob") == user, result.Item)
        );
        Assert.Equal(5, (await nodes[0].ListAsync(Test, $"user:{user}")).Count);
        Assert.Equal(5, (await nodes[1].ListAssignmentsAsync(Test, $"user:{user}")).Count);
        Assert.Empty((await SubjectAsync(nodes[0], user: user == "ann" ? "bob" : "ann")).CustomerIds);
    }

    [Fact]
    public async Task Links_and_what_the_user_does_at_the_same_moment_all_succeed()
    {
        IOfferStore[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        for (var i = 0; i < 8; i++)
        {
            await nodes[0].AddAsync(Offer($"ofr_{i}", $"place:cart:customer:cus_{i}", $"customer:cus_{i}"));
            await nodes[0].AssignAsync(Assignment("exp", $"customer:cus_{i}", $"{i}"));
        }

        await AtOnceAsync(
            24,
            async i =>
            {
                if (i % 3 == 0)
                    Assert.True(await nodes[i % 2].LinkAsync(Test, "ann", $"cus_{i / 3}", Now));
                else if (i % 3 == 1)
                    await nodes[i % 2].AssignAsync(Assignment("exp", "user:ann", "own"));
                else
                    await nodes[i % 2].AddAsync(Offer($"ofr_own_{i}", "place:cart:user:ann", "user:ann"));
                return true;
            }
        );

        Assert.Equal(8, (await SubjectAsync(nodes[0], user: "ann")).CustomerIds.Count);
        Assert.Single(await nodes[0].ListAssignmentsAsync(Test, "user:ann"));
        var offers = await nodes[0].ListAsync(Test, "user:ann");
        Assert.InRange(offers.Count, 8, 9);
        Assert.Single(offers, offer => offer.Slot is not null);
    }

    [Fact]
    public async Task Of_many_assignments_at_once_on_two_servers_one_is_kept_and_all_see_it()
    {
        IOfferStore[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];

        var kept = await AtOnceAsync(32, i => nodes[i % 2].AssignAsync(Assignment("exp", "user:ann", $"{i}")));

        var stored = Assert.Single(await nodes[0].ListAssignmentsAsync(Test, "user:ann"));
        Assert.All(kept, assignment => AssertRecord.SameProperties(stored, assignment));
    }

    [Fact]
    public async Task Every_property_of_an_assignment_is_kept()
    {
        var store = await OpenAsync(_account);
        var full = Sample.Full<OfferAssignment>() with { Environment = Test };

        AssertRecord.SameProperties(full, await store.AssignAsync(full));
        AssertRecord.SameProperties(full, await store.AssignAsync(full with { Variant = "other" }));
        AssertRecord.SameProperties(full, Assert.Single(await store.ListAssignmentsAsync(Test, full.SubjectId)));
    }

    [Fact]
    public async Task Erasing_a_subject_removes_everything_of_it_and_nothing_of_others()
    {
        var store = await OpenAsync(_account);
        var other = await FillAsync(store, "bob", "cus_2", "2");
        var subject = await FillAsync(store, "ann", "cus_1", "1");
        await store.AddAsync(Offer("ofr_alone", "place:menu:customer:cus_1", "customer:cus_1"));

        // Two offers with a receipt, one without, one movement, one assignment, two links.
        Assert.Equal(6, await store.EraseAsync(Test, subject, eraseReceipts: false, Now));

        Assert.Empty(await store.ListAsync(Test, "user:ann"));
        Assert.Empty(await store.ListAsync(Test, "customer:cus_1"));
        Assert.Null(await store.FindBySlotAsync(Test, "purchase:pay_1"));
        Assert.Empty(await store.ListAssignmentsAsync(Test, "user:ann"));
        Assert.Null(await store.FindMoneyAsync(Test, "pay_1"));
        Assert.Equal("customer:cus_1", (await SubjectAsync(store, customer: "cus_1")).Id);
        Assert.NotNull((await store.FindReceiptAsync(Test, "ofr_1"))!.Json);
        Assert.Equal(0, await store.EraseAsync(Test, subject, eraseReceipts: false, Now));

        Assert.Equal(1, await store.EraseAsync(Test, subject, eraseReceipts: true, Now));

        var erased = (await store.FindReceiptAsync(Test, "ofr_1"))!;
        Assert.Null(erased.Json);
        Assert.Equal(Now, erased.ErasedAt!.Value, TimeSpan.FromMicroseconds(1));
        AssertChain(await store.ReadReceiptsAsync(Test).ToListAsync());
        Assert.Equal(0, await store.EraseAsync(Test, subject, eraseReceipts: true, Now));
        await store.AddPaidAsync(Offer("ofr_later"));
        AssertChain(await store.ReadReceiptsAsync(Test).ToListAsync());

        Assert.Single(await store.ListAsync(Test, "user:bob"));
        Assert.Single(await store.ListAssignmentsAsync(Test, "user:bob"));
        Assert.NotNull((await store.FindReceiptAsync(Test, "ofr_2"))!.Json);
        Assert.Equal(other.CustomerIds, (await SubjectAsync(store, user: "bob")).CustomerIds);
    }

    [Fact]
    public async Task The_receipts_of_a_subject_are_erased_after_its_offers_were_pruned_and_its_customer_was_linked()
    {
        var store = await OpenAsync(_account);
        await store.AddPaidAsync(Offer("ofr_1"));
        await store.LinkAsync(Test, "ann", "cus_1", Now);
        await store.PruneAsync(Test, Now.AddYears(1));

        Assert.Equal(2, await store.EraseAsync(Test, await SubjectAsync(store, user: "ann"), eraseReceipts: true, Now));

        Assert.Null((await store.FindReceiptAsync(Test, "ofr_1"))!.Json);
    }

    [Fact]
    public async Task An_offer_whose_charge_is_under_way_is_kept_until_it_has_ended()
    {
        var store = await OpenAsync(_account);
        var accepting = (await store.AddAsync(Offer("ofr_1"))).Next(OfferState.Accepting);
        await store.TryUpdateAsync(accepting);
        var subject = await SubjectAsync(store, customer: "cus_1");

        Assert.Equal(0, await store.EraseAsync(Test, subject, eraseReceipts: true, Now));
        var paid = accepting.Next(OfferState.Accepted);
        Assert.True(await store.TryUpdateAsync(paid, paid.Receipt()));

        Assert.Equal(2, await store.EraseAsync(Test, subject, eraseReceipts: true, Now));
        Assert.False(await store.TryUpdateAsync(paid.Next(OfferState.Failed)));
    }

    private static async Task<OfferSubject> FillAsync(IOfferStore store, string user, string customer, string number)
    {
        await store.LinkAsync(Test, user, customer, Now);
        await store.LinkAsync(Test, user, $"{customer}-b", Now);
        await store.AddPaidAsync(Offer($"ofr_{number}", $"purchase:pay_{number}", $"user:{user}"));
        await store.AddMoneyAsync(Payment($"pay_{number}", $"user:{user}", $"ofr_{number}"));
        await store.AssignAsync(Assignment("exp", $"user:{user}", "a"));
        return await SubjectAsync(store, user: user);
    }
}
