using DodoUpsell.Emulator;
using DodoUpsell.Offers;

namespace DodoUpsell.Tests.Offers.Decisions;

public sealed class VariantTests
{
    private static readonly OfferedSale Course = new OfferedSale.Products
    {
        Items = [new() { ProductId = DemoSeed.Course, Quantity = 1 }],
    };

    private static readonly OfferRule Rule = OfferShop.Ebook() with
    {
        Placement = "account",
        Experiment = new()
        {
            Key = "test",
            Variants =
            [
                new() { Name = "ebook" },
                new() { Name = "course" },
                new() { Name = "holdout", IsHoldout = true },
            ],
        },
        VariantChanges = new Dictionary<string, OfferVariantChange>
        {
            ["course"] = new() { Sale = Course, TextKey = "course-text" },
        },
    };

    [Fact]
    public async Task A_variant_changes_what_is_offered_and_the_first_assignment_is_kept()
    {
        var shop = Shop("course");
        var offer = (await shop.FindAtAsync()).Offer!;
        Assert.Equal(("course", "course-text"), (offer.Variant, offer.TextKey));
        Assert.Equal(new Money(4900, Currency.USD), offer.Disclosure.DueNow);
        Assert.Equal("test", (await shop.RecordAsync(offer.Id)).ExperimentKey);

        var later = Shop("ebook", shop.Store);
        Assert.Equal(offer.Id, (await later.FindAtAsync()).Offer?.Id);
        later.Emulator.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("course", (await later.FindAtAsync()).Offer?.Variant);
        Assert.Equal(0, ((NamedAllocator)later.Engine.Allocator).Asked);
    }

    [Fact]
    public async Task A_holdout_is_stored_at_the_moment_at_which_it_would_have_been_shown()
    {
        var shop = Shop("holdout");
        Assert.Equal(NoOfferReason.Holdout, (await shop.FindAtAsync()).NoOffer);
        var withheld = Assert.Single(await ListAsync(shop));
        Assert.Equal((OfferState.Withheld, shop.Now, "holdout"), (withheld.State, withheld.EndedAt, withheld.Variant));
        Assert.Equal(new Money(1900, Currency.USD), withheld.Shown);
        Assert.Null(await shop.Flow.FindAsync(SubjectIds.OfCustomer(OfferShop.Customer), withheld.Id));
        Assert.Contains("POST /checkouts/preview", shop.Requests);

        // While it would have been open there is no second one, as for those who saw it.
        Assert.Equal(NoOfferReason.Holdout, (await shop.FindAtAsync()).NoOffer);
        Assert.Single(await ListAsync(shop));
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(15));
        await shop.FindAtAsync();
        Assert.Equal(2, (await ListAsync(shop)).Count);
    }

    [Fact]
    public async Task A_subject_that_is_not_eligible_is_not_assigned()
    {
        var shop = Shop("course");
        await shop.BuyAsync(DemoSeed.Ebook);
        Assert.Contains(OfferReason.AlreadyOwned, OfferShop.ReasonsOf(await shop.FindAtAsync(), "ebook"));
        Assert.Empty(await AssignmentsAsync(shop));
        Assert.Equal(0, ((NamedAllocator)shop.Engine.Allocator).Asked);
    }

    [Fact]
    public async Task What_the_variant_sells_is_compared_with_what_is_owned_too()
    {
        var shop = Shop("course");
        await shop.BuyAsync(DemoSeed.Course);
        Assert.Equal([OfferReason.AlreadyOwned], OfferShop.ReasonsOf(await shop.FindAtAsync(), "ebook"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("unknown")]
    public async Task An_allocator_that_names_no_variant_leaves_no_assignment(string? answer)
    {
        var shop = Shop(answer);
        Assert.Equal([OfferReason.NoVariant], OfferShop.ReasonsOf(await shop.FindAtAsync(), "ebook"));
        Assert.Empty(await AssignmentsAsync(shop));
    }

    private static OfferShop Shop(string? variant, IOfferStore? store = null) =>
        new(
            options => options.Rules.Add(Rule with { CoolOff = TimeSpan.Zero }),
            store,
            allocator: new NamedAllocator(variant)
        );

    private static Task<IReadOnlyList<OfferRecord>> ListAsync(OfferShop shop) =>
        shop.Store.ListAsync(DodoEnvironment.Test, $"customer:{OfferShop.Customer}");

    private static Task<IReadOnlyList<OfferAssignment>> AssignmentsAsync(OfferShop shop) =>
        shop.Store.ListAssignmentsAsync(DodoEnvironment.Test, $"customer:{OfferShop.Customer}");
}
