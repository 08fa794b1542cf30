using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging.Calls;

/// <summary>How many calls a sale makes, and how many of them wait for one another. The last round reads the outcome.</summary>
public sealed class CallsOfSalesTests
{
    private const string Methods = $"GET /customers/{DemoSeed.CustomerWithCards}/payment-methods";
    private const string Outcome = "GET /payments/{id}";

    private static DodoEmulatorOptions SettledAtOnce => new() { Settlement = PaymentSettlement.Immediate };

    private static readonly Money Plenty = new(1_000_00, Currency.USD);

    [Fact]
    public Task An_upsell_whose_price_was_shown_makes_three_calls_in_two_rounds() =>
        AssertUpsellAsync(
            Shop.Ebook() with
            {
                PriceShown = Plenty,
            },
            [$"{Methods}, POST /checkouts/preview", "POST /checkouts", Outcome],
            2,
            1,
            1
        );

    [Fact]
    public Task An_upsell_of_three_products_makes_no_more_calls() =>
        AssertUpsellAsync(
            OfThree() with
            {
                PriceShown = Plenty,
            },
            [$"{Methods}, POST /checkouts/preview", "POST /checkouts", Outcome],
            2,
            1,
            1
        );

    [Fact]
    public Task An_upsell_without_a_price_reads_its_products_at_the_same_time() =>
        AssertUpsellAsync(
            OfThree(),
            [
                $"{Methods}, GET /products/{DemoSeed.Course}, GET /products/{DemoSeed.Ebook}, "
                    + $"GET /products/{DemoSeed.Tip}",
                "POST /checkouts",
                Outcome,
            ],
            4,
            1,
            1
        );

    [Fact]
    public Task A_cross_sell_with_an_address_makes_three_calls_in_two_rounds() =>
        AssertCrossSellAsync(
            Shop.CrossSoldEbook() with
            {
                PriceShown = Plenty,
            },
            [$"{Methods}, POST /checkouts/preview", "POST /payments", Outcome],
            2,
            1,
            1
        );

    [Fact]
    public async Task A_cross_sell_looks_for_the_last_address_while_it_reads_the_rest()
    {
        var rounds = new Rounds(2, 1, 1, 3, 1, 1, 1, 1);
        var shop = new Shop(SettledAtOnce, between: rounds);
        var earlier = Shop.CrossSoldEbook("earlier");
        Assert.IsType<ChargeOutcome.Succeeded>(await shop.CrossSells.ChargeAsync(earlier));

        var outcome = await shop.CrossSells.ChargeAsync(
            Shop.CrossSoldEbook() with
            {
                BillingAddress = null,
                PriceShown = Plenty,
            }
        );

        Assert.IsType<ChargeOutcome.Succeeded>(outcome);
        Assert.Equal(
            [
                $"{Methods}, GET /payments, GET /products/{DemoSeed.Ebook}",
                Outcome,
                "POST /checkouts/preview",
                "POST /payments",
                Outcome,
            ],
            rounds.Seen.Skip(3)
        );
    }

    private static UpsellRequest OfThree() =>
        Shop.Ebook() with
        {
            Items =
            [
                new() { ProductId = DemoSeed.Ebook, Quantity = 1 },
                new() { ProductId = DemoSeed.Course, Quantity = 1 },
                new()
                {
                    ProductId = DemoSeed.Tip,
                    Quantity = 1,
                    Amount = 500,
                },
            ],
        };

    private static async Task AssertUpsellAsync(UpsellRequest request, string[] expected, params int[] sizes)
    {
        var rounds = new Rounds(sizes);
        var outcome = await new Shop(SettledAtOnce, between: rounds).Upsells.ChargeAsync(request);
        Assert.IsType<ChargeOutcome.Succeeded>(outcome);
        Assert.Equal(expected, rounds.Seen);
    }

    private static async Task AssertCrossSellAsync(CrossSellRequest request, string[] expected, params int[] sizes)
    {
        var rounds = new Rounds(sizes);
        var outcome = await new Shop(SettledAtOnce, between: rounds).CrossSells.ChargeAsync(request);
        Assert.IsType<ChargeOutcome.Succeeded>(outcome);
        Assert.Equal(expected, rounds.Seen);
    }
}
