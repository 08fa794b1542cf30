using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging;

/// <summary>One key, one charge, whatever happens on the way.</summary>
public sealed class ChargeProtocolTests
{
    [Fact]
    public async Task A_saved_card_is_charged_once_and_the_outcome_says_what()
    {
        var shop = new Shop();

        var paid = Assert.IsType<ChargeOutcome.Succeeded>(await shop.Upsells.ChargeAsync(Shop.Ebook()));

        Assert.Equal(new Money(1900, Currency.USD), paid.Charged);
        Assert.Null(paid.Drift);
        Assert.Equal(shop.Emulator.Charges.Single().PaymentId, paid.PaymentId);
        Assert.Equal("order-1", shop.Emulator.Charges.Single().Metadata["dodoupsell_key"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_repeat_after_success_returns_the_same_outcome_without_a_request()
    {
        var shop = new Shop();
        var first = await shop.Upsells.ChargeAsync(Shop.Ebook());
        shop.Forget();

        var second = await shop.Upsells.ChargeAsync(Shop.Ebook());

        Assert.Equal(first, second);
        Assert.Empty(shop.Requests);
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task A_hundred_clicks_at_once_charge_once()
    {
        var shop = new Shop();

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(_ => Task.Run(() => shop.Upsells.ChargeAsync(Shop.Ebook())))
        );

        Assert.Single(shop.Emulator.Charges);
        Assert.Contains(outcomes, outcome => outcome is ChargeOutcome.Succeeded);
        Assert.All(
            outcomes,
            outcome =>
                Assert.True(
                    outcome is ChargeOutcome.Succeeded or ChargeOutcome.AlreadyInProgress or ChargeOutcome.Processing,
                    outcome.ToString()
                )
        );
    }

    [Fact]
    public async Task A_process_that_stood_still_after_the_mark_sends_nothing_and_leaves_the_key_free()
    {
        var ledger = new StandsStillAfterTheMark();
        var shop = new Shop(ledger: ledger);
        ledger.StandStill = () => shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(3));

        Assert.IsType<ChargeOutcome.NotCharged>(await shop.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.Empty(shop.ChargingRequests);

        ledger.StandStill = null;
        Assert.IsType<ChargeOutcome.Succeeded>(await shop.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.Single(shop.Emulator.Charges);
    }

    [Theory]
    [InlineData("other customer")]
    [InlineData("other quantity")]
    [InlineData("other product")]
    [InlineData("other price")]
    [InlineData("other code")]
    public async Task The_same_key_with_another_cart_is_refused(string what)
    {
        var shop = new Shop();
        await shop.Upsells.ChargeAsync(Shop.Ebook());
        shop.Forget();
        var other = what switch
        {
            "other customer" => Shop.Ebook(customerId: DemoSeed.CustomerWithDecliningCard),
            "other quantity" => Shop.Ebook() with { Items = [new() { ProductId = DemoSeed.Ebook, Quantity = 2 }] },
            "other product" => Shop.Ebook() with { Items = [new() { ProductId = DemoSeed.Course, Quantity = 1 }] },
            "other price" => Shop.Ebook() with { PriceShown = new Money(1900, Currency.USD) },
            _ => Shop.Ebook() with { DiscountCodes = [DemoSeed.DiscountCode] },
        };

        var refused = Assert.IsType<ChargeOutcome.Refused>(await shop.Upsells.ChargeAsync(other));

        Assert.Equal(ChargeRefusalReason.KeyUsedForAnotherCharge, refused.Refusal.Reason);
        Assert.Empty(shop.Requests);
        Assert.Equal(ChargeState.Succeeded, (await shop.RecordAsync()).State);
    }

    [Fact]
    public async Task The_same_key_with_another_code_is_refused_and_with_the_same_in_other_letters_is_a_repeat()
    {
        var shop = new Shop();
        var request = Shop.Ebook() with { DiscountCodes = [DemoSeed.DiscountCode] };
        var paid = Assert.IsType<ChargeOutcome.Succeeded>(await shop.Upsells.ChargeAsync(request));

        var refused = Assert.IsType<ChargeOutcome.Refused>(
            await shop.Upsells.ChargeAsync(request with { DiscountCodes = ["ANOTHER"] })
        );
        var repeated = Assert.IsType<ChargeOutcome.Succeeded>(
            await shop.Upsells.ChargeAsync(
                request with
                {
                    DiscountCodes = [$" {DemoSeed.DiscountCode.ToLowerInvariant()}"],
                }
            )
        );

        Assert.Equal(ChargeRefusalReason.KeyUsedForAnotherCharge, refused.Refusal.Reason);
        Assert.Equal(paid.PaymentId, repeated.PaymentId);
        Assert.Single(shop.Emulator.Charges);
    }

    [Theory]
    [InlineData(EmulatedFaultKind.DropAfterCommit)]
    [InlineData(EmulatedFaultKind.StatusAfterCommit)]
    [InlineData(EmulatedFaultKind.TruncateBody)]
    public async Task A_charge_whose_answer_is_lost_is_found_by_its_metadata(EmulatedFaultKind fault)
    {
        var shop = new Shop();
        shop.Break(fault, "/checkouts");

        var paid = Assert.IsType<ChargeOutcome.Succeeded>(await shop.Upsells.ChargeAsync(Shop.Ebook()));

        Assert.Equal(shop.Emulator.Charges.Single().PaymentId, paid.PaymentId);
        Assert.Single(shop.ChargingRequests);
    }

    [Fact]
    public async Task A_charge_that_cannot_be_found_yet_is_pending_blocks_a_second_one_and_is_settled_later()
    {
        var shop = new Shop();
        shop.Break(EmulatedFaultKind.DropAfterCommit, "/checkouts");
        shop.Break(EmulatedFaultKind.Status, "/payments", times: 1000, method: "GET");

        Assert.IsType<ChargeOutcome.Pending>(await shop.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.IsType<ChargeOutcome.Pending>(await shop.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.Single(shop.ChargingRequests);

        shop.Emulator.ClearFaults();
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(1, (await shop.Reconciler.RunAsync()).Settled);
        Assert.IsType<ChargeOutcome.Succeeded>(await shop.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.Single(shop.Emulator.Charges);
        Assert.Single(shop.ChargingRequests);
    }

    [Fact]
    public async Task A_charge_that_never_arrived_frees_its_key_after_the_grace_period_and_not_before()
    {
        var shop = new Shop();
        shop.Break(EmulatedFaultKind.DropBefore, "/checkouts");
        Assert.IsType<ChargeOutcome.Pending>(await shop.Upsells.ChargeAsync(Shop.Ebook()));

        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(69));
        await shop.Reconciler.RunAsync();
        Assert.IsType<ChargeOutcome.Pending>(await shop.Upsells.ChargeAsync(Shop.Ebook()));

        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.IsType<ChargeOutcome.NotCharged>(await shop.Reconciler.ReconcileAsync("order-1"));
        Assert.IsType<ChargeOutcome.Succeeded>(await shop.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.Single(shop.Emulator.Charges);
        Assert.Equal(2, (await shop.RecordAsync()).Attempts.Count);
    }

    [Fact]
    public async Task A_payment_that_is_not_final_in_time_is_under_way_and_settled_later()
    {
        var shop = new Shop(new DodoEmulatorOptions { Settlement = PaymentSettlement.OnClock(TimeSpan.FromDays(2)) });

        var processing = Assert.IsType<ChargeOutcome.Processing>(await shop.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.NotNull(processing.PaymentId);
        Assert.IsType<ChargeOutcome.Processing>(await shop.Upsells.ChargeAsync(Shop.Ebook()));

        shop.Emulator.Clock.Advance(TimeSpan.FromDays(3));
        await shop.Reconciler.RunAsync();
        Assert.IsType<ChargeOutcome.Succeeded>(await shop.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.Single(shop.ChargingRequests);
    }

    [Fact]
    public async Task A_declined_card_leads_to_a_checkout_page_under_the_same_key_and_one_only()
    {
        var shop = new Shop();

        var declined = Assert.IsType<ChargeOutcome.Declined>(
            await shop.Upsells.ChargeAsync(Shop.Ebook(customerId: DemoSeed.CustomerWithDecliningCard))
        );
        var again = Assert.IsType<ChargeOutcome.Declined>(
            await shop.Upsells.ChargeAsync(Shop.Ebook(customerId: DemoSeed.CustomerWithDecliningCard))
        );

        Assert.NotNull(declined.CheckoutUrl);
        Assert.Equal(declined.CheckoutUrl, again.CheckoutUrl);
        Assert.Equal(2, shop.ChargingRequests.Count());
        Assert.Empty(shop.Emulator.Charges);
    }

    [Fact]
    public async Task Without_a_card_the_customer_is_sent_to_a_page_that_settles_the_same_key()
    {
        var shop = new Shop();

        var page = Assert.IsType<ChargeOutcome.CheckoutRequired>(
            await shop.Upsells.ChargeAsync(Shop.Ebook(customerId: DemoSeed.CustomerWithoutCard))
        );
        Assert.Equal(CheckoutReason.NoUsableMethod, page.Why);
        await PayOnPageAsync(shop, page.CheckoutUrl, TestCards.Visa);

        var paid = Assert.IsType<ChargeOutcome.Succeeded>(
            await shop.Upsells.ChargeAsync(Shop.Ebook(customerId: DemoSeed.CustomerWithoutCard))
        );
        Assert.Equal(shop.Emulator.Charges.Single().PaymentId, paid.PaymentId);
    }

    [Fact]
    public async Task A_page_that_nobody_paid_frees_the_key_once_it_is_closed()
    {
        var shop = new Shop();
        await shop.Upsells.ChargeAsync(Shop.Ebook(customerId: DemoSeed.CustomerWithoutCard));

        shop.Emulator.Clock.Advance(TimeSpan.FromHours(23));
        await shop.Reconciler.RunAsync();
        Assert.Equal(ChargeState.CheckoutOpen, (await shop.RecordAsync()).State);

        shop.Emulator.Clock.Advance(TimeSpan.FromHours(2.5));
        await shop.Reconciler.RunAsync();
        Assert.Equal(ChargeState.NotCharged, (await shop.RecordAsync()).State);
    }

    [Fact]
    public async Task Three_d_secure_asks_the_customer_and_opens_no_page_meanwhile()
    {
        var shop = new Shop();
        shop.Emulator.SaveCard(DemoSeed.CustomerWithoutCard, TestCards.ThreeDSecure);

        var action = Assert.IsType<ChargeOutcome.ActionRequired>(
            await shop.Upsells.ChargeAsync(Shop.Ebook(customerId: DemoSeed.CustomerWithoutCard))
        );
        Assert.IsType<ChargeOutcome.ActionRequired>(
            await shop.Upsells.ChargeAsync(Shop.Ebook(customerId: DemoSeed.CustomerWithoutCard))
        );

        Assert.True(Uri.IsWellFormedUriString(action.Url, UriKind.Absolute));
        Assert.Single(shop.ChargingRequests);

        // The customer never comes back; the API cancels the payment after 15 minutes, and only then a page may follow.
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(16));
        var declined = Assert.IsType<ChargeOutcome.Declined>(
            await shop.Upsells.ChargeAsync(Shop.Ebook(customerId: DemoSeed.CustomerWithoutCard))
        );
        Assert.NotNull(declined.CheckoutUrl);
    }

    [Fact]
    public async Task A_subscription_product_brings_its_subscription()
    {
        var shop = new Shop();

        var paid = Assert.IsType<ChargeOutcome.Succeeded>(
            await shop.Upsells.ChargeAsync(
                Shop.Ebook() with
                {
                    Items =
                    [
                        new()
                        {
                            ProductId = DemoSeed.BasicPlan,
                            Quantity = 2,
                            Addons = [new() { AddonId = DemoSeed.SeatAddon, Quantity = 1 }],
                        },
                    ],
                }
            )
        );

        Assert.NotNull(paid.SubscriptionId);
        Assert.Equal(SubscriptionStatus.Active, (await shop.Dodo.Subscriptions.GetAsync(paid.SubscriptionId)).Status);
        Assert.Equal(6500, paid.Charged.MinorUnits);
    }

    [Fact]
    public async Task A_price_that_rose_since_it_was_shown_is_not_charged()
    {
        var shop = new Shop();

        var refused = Assert.IsType<ChargeOutcome.Refused>(
            await shop.Upsells.ChargeAsync(Shop.Ebook() with { PriceShown = new Money(1800, Currency.USD) })
        );

        Assert.Equal(ChargeRefusalReason.PriceChanged, refused.Refusal.Reason);
        Assert.Empty(shop.Emulator.Charges);
        Assert.Equal(ChargeState.Refused, (await shop.RecordAsync()).State);
    }

    [Fact]
    public async Task A_price_that_fell_is_charged_and_the_drift_is_reported()
    {
        var shop = new Shop();

        var paid = Assert.IsType<ChargeOutcome.Succeeded>(
            await shop.Upsells.ChargeAsync(Shop.Ebook() with { PriceShown = new Money(2500, Currency.USD) })
        );

        Assert.Equal(-600, paid.Drift!.Difference!.Value.MinorUnits);
    }

    [Fact]
    public async Task Methods_that_cannot_be_read_are_not_the_same_as_none()
    {
        var shop = new Shop();
        shop.Break(
            EmulatedFaultKind.Status,
            "/customers/{}/payment-methods",
            times: 100,
            method: "GET",
            status: System.Net.HttpStatusCode.BadGateway
        );

        var page = Assert.IsType<ChargeOutcome.CheckoutRequired>(await shop.Upsells.ChargeAsync(Shop.Ebook()));

        Assert.Equal(CheckoutReason.MethodsUnavailable, page.Why);
    }

    [Fact]
    public async Task A_caller_who_cancels_while_it_waits_loses_nothing()
    {
        var shop = new Shop(
            new DodoEmulatorOptions { Settlement = PaymentSettlement.OnClock(TimeSpan.FromSeconds(5)) }
        );
        using var impatient = new CancellationTokenSource();
        using var timer = shop.Emulator.Clock.CreateTimer(
            _ => impatient.Cancel(),
            null,
            TimeSpan.FromSeconds(2),
            Timeout.InfiniteTimeSpan
        );

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            shop.Upsells.ChargeAsync(Shop.Ebook(), impatient.Token)
        );

        Assert.Equal(ChargeState.Waiting, (await shop.RecordAsync()).State);
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        await shop.Reconciler.RunAsync();
        Assert.IsType<ChargeOutcome.Succeeded>(await shop.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.Single(shop.Emulator.Charges);
    }

    internal static async Task PayOnPageAsync(Shop shop, string url, string card)
    {
        using var browser = new HttpClient(shop.Emulator.CreateHandler());
        var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["card_number"] = card,
                ["card_expiry"] = "06/32",
                ["card_cvc"] = "123",
                ["country"] = "US",
                ["email"] = "x@example.test",
                ["name"] = "X",
            }
        );
        using var answer = await browser.PostAsync(new Uri(url), form);
        Assert.True((int)answer.StatusCode < 400, await answer.Content.ReadAsStringAsync());
    }
}
