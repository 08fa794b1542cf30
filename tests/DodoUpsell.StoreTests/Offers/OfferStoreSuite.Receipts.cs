using DodoUpsell.StoreTests.Support;
using static DodoUpsell.StoreTests.Offers.OfferSamples;

namespace DodoUpsell.StoreTests.Offers;

public abstract partial class OfferStoreSuite
{
    [Fact]
    public async Task Receipts_appended_at_once_on_two_servers_are_one_chain_with_one_receipt_for_each_offer()
    {
        IOfferStore[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        const int Count = 24;
        var offers = new List<OfferRecord>();
        for (var i = 0; i < Count; i++)
            offers.Add(await nodes[0].AddAsync(Offer($"ofr_{i}") with { State = OfferState.Accepting }));

        // Each offer is settled twice, by different servers.
        var settled = await AtOnceAsync(
            2 * Count,
            i =>
            {
                var paid = offers[i / 2].Next(OfferState.Accepted);
                return nodes[i % 2].TryUpdateAsync(paid, paid.Receipt());
            }
        );

        Assert.Equal(Count, settled.Count(isSettled => isSettled));
        var chain = await nodes[1].ReadReceiptsAsync(Test).ToListAsync();
        AssertChain(chain);
        Assert.Equal(
            offers.Select(offer => offer.Id).Order(StringComparer.Ordinal),
            chain.Select(receipt => receipt.OfferId).Order(StringComparer.Ordinal)
        );
        Assert.All(
            await nodes[0].ListAsync(Test, "customer:cus_1"),
            offer => Assert.Equal(OfferState.Accepted, offer.State)
        );
    }

    [Fact]
    public async Task A_receipt_is_kept_as_it_was_hashed_and_an_offer_never_gets_a_second_one()
    {
        var store = await OpenAsync(_account);
        var paid = await store.AddPaidAsync(Offer("ofr_1"));
        await store.AddPaidAsync(Offer("ofr_2"));
        var refunded = paid.Next(OfferState.Failed);

        Assert.True(await store.TryUpdateAsync(refunded, refunded.Receipt() with { Json = "{}" }));

        Assert.Equal(OfferState.Failed, (await store.FindAsync(Test, "ofr_1"))!.State);
        var chain = await store.ReadReceiptsAsync(Test).ToListAsync();
        AssertChain(chain);
        Assert.Equal(["ofr_1", "ofr_2"], chain.Select(receipt => receipt.OfferId));
        Assert.Equal(paid.Receipt().Json, chain[0].Json);
        AssertRecord.SameProperties(chain[1], await store.FindReceiptAsync(Test, "ofr_2"));
        Assert.Null(await store.FindReceiptAsync(Test, "ofr_3"));
    }

    [Fact]
    public async Task A_receipt_of_another_offer_is_refused()
    {
        var store = await OpenAsync(_account);
        var offer = await store.AddAsync(Offer("ofr_1"));

        await Assert.ThrowsAsync<ArgumentException>(() =>
            store.TryUpdateAsync(offer.Next(OfferState.Accepted), Offer("ofr_2").Receipt())
        );

        AssertRecord.SameProperties(offer, await store.FindAsync(Test, "ofr_1"));
    }

    [Fact]
    public async Task A_chain_of_several_pages_is_read_in_order()
    {
        var store = await OpenAsync(_account);
        const int Count = 520;
        for (var i = 0; i < Count; i++)
        {
            var paid = (await store.AddAsync(Offer($"ofr_{i}"))).Next(OfferState.Accepted);
            Assert.True(await store.TryUpdateAsync(paid, paid.Receipt()));
        }

        var chain = await store.ReadReceiptsAsync(Test).ToListAsync();

        AssertChain(chain);
        Assert.Equal(Count, chain.Count);
    }

    [Fact]
    public async Task Pruning_removes_what_has_ended_and_keeps_receipts_links_and_open_offers()
    {
        var store = await OpenAsync(_account);
        await store.AddPaidAsync(Offer("ofr_paid", "purchase:pay_1"));
        await store.AddAsync(Offer("ofr_open"));
        await store.AddAsync(Offer("ofr_later") with { State = OfferState.Declined, EndedAt = Now.AddDays(2) });
        await store.LinkAsync(Test, "ann", "cus_9", Now);
        await store.AssignAsync(Assignment("exp", "user:ann", "a"));
        await store.AssignAsync(Assignment("exp-2", "user:ann", "a") with { AssignedAt = Now.AddDays(2) });
        await store.AddMoneyAsync(Payment("pay_1"));
        await store.AddMoneyAsync(Payment("pay_2") with { OccurredAt = Now.AddDays(2) });

        Assert.Equal(3, await store.PruneAsync(Test, Now.AddDays(1)));

        Assert.Equal(
            ["ofr_later", "ofr_open"],
            (await store.ListAsync(Test, "customer:cus_1")).Select(offer => offer.Id).Order(StringComparer.Ordinal)
        );
        Assert.Null(await store.FindBySlotAsync(Test, "purchase:pay_1"));
        Assert.Equal("exp-2", Assert.Single(await store.ListAssignmentsAsync(Test, "user:ann")).ExperimentKey);
        Assert.Null(await store.FindMoneyAsync(Test, "pay_1"));
        Assert.NotNull(await store.FindMoneyAsync(Test, "pay_2"));
        Assert.Equal("ann", (await SubjectAsync(store, customer: "cus_9")).UserId);
        Assert.NotNull((await store.FindReceiptAsync(Test, "ofr_paid"))!.Json);
        Assert.Equal(0, await store.PruneAsync(Test, Now.AddDays(1)));
    }

    [Fact]
    public async Task Two_servers_that_prune_at_once_remove_each_row_once()
    {
        IOfferStore[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        for (var i = 0; i < 40; i++)
            await nodes[0].AddMoneyAsync(Payment($"pay_{i}"));

        var removed = await AtOnceAsync(2, i => nodes[i].PruneAsync(Test, Now.AddDays(1)));

        Assert.Equal(40, removed.Sum());
    }
}
