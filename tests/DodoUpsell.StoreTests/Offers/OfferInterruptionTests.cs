using DodoUpsell.StoreTests.Support;
using static DodoUpsell.StoreTests.Offers.OfferSamples;

namespace DodoUpsell.StoreTests.Offers;

/// <summary>Connections that break after a write was committed, or before: the execution strategy repeats the write.</summary>
public sealed class OfferInterruptionTests(PostgresDatabases databases)
{
    private readonly string _account = $"account-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_lost_answer_to_an_add_returns_the_added_offer()
    {
        var lost = new LosesTheAnswerToWrites(1);
        await using var node = await NodeAsync(lost);
        var store = EntityFrameworkOfferStore.Create(node, _account);

        Assert.Equal("ofr_1", (await store.AddAsync(Offer("ofr_1", "purchase:pay_1"))).Id);

        Assert.Equal(1, lost.Lost);
        Assert.Single(await store.ListAsync(Test, "customer:cus_1"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_lost_answer_to_a_change_with_its_receipt_applies_both_once(int times)
    {
        await using var other = await NodeAsync();
        var accepting = (await EntityFrameworkOfferStore.Create(other, _account).AddAsync(Offer("ofr_1"))).Next(
            OfferState.Accepting
        );
        var lost = new LosesTheAnswerToWrites(times);
        await using var node = await NodeAsync(lost);
        var store = EntityFrameworkOfferStore.Create(node, _account);
        var paid = accepting with { State = OfferState.Accepted };

        Assert.True(await store.TryUpdateAsync(paid, paid.Receipt()));

        Assert.Equal(times, lost.Lost);
        Assert.Equal(1, (await store.FindAsync(Test, "ofr_1"))!.Version);
        AssertChain(await store.ReadReceiptsAsync(Test).ToListAsync());
        Assert.Equal(1, (await store.FindReceiptAsync(Test, "ofr_1"))!.Number);
    }

    [Fact]
    public async Task A_server_process_that_dies_before_the_change_leaves_neither_half()
    {
        var database = await databases.DocumentedAsync();
        await using var other = await NodeAsync();
        var offer = await EntityFrameworkOfferStore.Create(other, _account).AddAsync(Offer("ofr_1"));
        await using var node = new Node(database, retries: false, new DiesBefore(database, "INSERT INTO dodo_consent"));
        var store = EntityFrameworkOfferStore.Create(node, _account);
        var paid = offer.Next(OfferState.Accepted);

        await Assert.ThrowsAnyAsync<Exception>(() => store.TryUpdateAsync(paid, paid.Receipt()));

        Assert.Null(await store.FindReceiptAsync(Test, "ofr_1"));
        AssertRecord.SameProperties(offer, await store.FindAsync(Test, "ofr_1"));
        Assert.True(await store.TryUpdateAsync(paid, paid.Receipt()));
    }

    [Fact]
    public async Task Another_receipt_that_takes_the_number_is_followed()
    {
        await using var other = await NodeAsync();
        var faster = EntityFrameworkOfferStore.Create(other, _account);
        var offer = await faster.AddAsync(Offer("ofr_1"));
        var meanwhile = new Meanwhile("INSERT INTO dodo_consent", () => faster.AddPaidAsync(Offer("ofr_2")));
        await using var node = await NodeAsync(meanwhile);
        var store = EntityFrameworkOfferStore.Create(node, _account);
        var paid = offer.Next(OfferState.Accepted);

        Assert.True(await store.TryUpdateAsync(paid, paid.Receipt()));

        var chain = await store.ReadReceiptsAsync(Test).ToListAsync();
        AssertChain(chain);
        Assert.Equal(["ofr_2", "ofr_1"], chain.Select(receipt => receipt.OfferId));
    }

    [Fact]
    public async Task A_change_that_is_faster_leaves_no_receipt_behind()
    {
        await using var other = await NodeAsync();
        var faster = EntityFrameworkOfferStore.Create(other, _account);
        var offer = await faster.AddAsync(Offer("ofr_1"));
        var meanwhile = new Meanwhile(
            "INSERT INTO dodo_consent",
            () => faster.TryUpdateAsync(offer.Next(OfferState.Declined))
        );
        await using var node = await NodeAsync(meanwhile);
        var store = EntityFrameworkOfferStore.Create(node, _account);
        var paid = offer.Next(OfferState.Accepted);

        Assert.False(await store.TryUpdateAsync(paid, paid.Receipt()));

        Assert.Empty(await store.ReadReceiptsAsync(Test).ToListAsync());
        Assert.Equal(OfferState.Declined, (await store.FindAsync(Test, "ofr_1"))!.State);
    }

    [Fact]
    public async Task A_change_that_is_not_committed_yet_is_waited_for_and_leaves_no_receipt_behind()
    {
        await using var node = await NodeAsync();
        var store = EntityFrameworkOfferStore.Create(node, _account);
        var offer = await store.AddAsync(Offer("ofr_1"));
        await using var other = await OpenTransaction.StartAsync(
            await databases.DocumentedAsync(),
            $"UPDATE dodo_offers SET version = 1, state = 3 WHERE account = '{_account}'"
        );
        var paid = offer.Next(OfferState.Accepted);

        var updating = Task.Run(() => store.TryUpdateAsync(paid, paid.Receipt()));
        await other.IsWaitedForAsync();
        await other.CommitAsync();

        Assert.False(await updating);
        Assert.Empty(await store.ReadReceiptsAsync(Test).ToListAsync());
    }

    [Fact]
    public async Task A_lost_answer_to_a_link_or_an_assignment_is_the_same_as_none()
    {
        var lost = new LosesTheAnswerToWrites(1);
        await using var node = await NodeAsync(lost);
        Assert.True(await EntityFrameworkOfferStore.Create(node, _account).LinkAsync(Test, "ann", "cus_1", Now));
        Assert.Equal(1, lost.Lost);

        var again = new LosesTheAnswerToWrites(1);
        await using var second = await NodeAsync(again);
        var assigned = await EntityFrameworkOfferStore
            .Create(second, _account)
            .AssignAsync(Assignment("exp", "user:ann", "a"));
        Assert.Equal("a", assigned.Variant);
        Assert.Equal(1, again.Lost);
    }

    private async Task<Node> NodeAsync(params Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor[] interceptors) =>
        new(await databases.DocumentedAsync(), retries: true, interceptors);
}
