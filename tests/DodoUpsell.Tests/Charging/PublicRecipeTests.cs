using System.Net;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using NSubstitute;

namespace DodoUpsell.Tests.Charging;

/// <summary>
/// What the public upsell recipe gets wrong about charging, defect by defect, and what our flows do instead.
/// </summary>
public sealed class PublicRecipeTests
{
    [Fact]
    public async Task Recipe04_a_payment_carries_its_customer_and_an_address()
    {
        var shop = new Shop();

        // The address is taken from the customer's last payment, where the caller gives none.
        Assert.IsType<ChargeOutcome.Succeeded>(await shop.CrossSells.ChargeAsync(Shop.CrossSoldEbook("first")));
        shop.Forget();
        Assert.IsType<ChargeOutcome.Succeeded>(
            await shop.CrossSells.ChargeAsync(Shop.CrossSoldEbook("second") with { BillingAddress = null })
        );

        Assert.Equal(["POST /payments"], shop.ChargingRequests);
    }

    [Fact]
    public async Task Recipe13_a_session_that_was_accepted_is_not_reported_as_paid()
    {
        var shop = new Shop(new DodoEmulatorOptions { Settlement = PaymentSettlement.OnClock(TimeSpan.FromHours(1)) });

        Assert.IsType<ChargeOutcome.Processing>(await shop.Upsells.ChargeAsync(Shop.Ebook()));
        Assert.Empty(shop.Emulator.Charges);
    }

    [Fact]
    public async Task Recipe14_an_expired_card_is_not_charged_though_it_was_used_last()
    {
        var shop = new Shop();

        await shop.Upsells.ChargeAsync(Shop.Ebook());

        Assert.Equal(DemoSeed.GoodCard, (await shop.RecordAsync()).Attempts.Single().PaymentMethodId);
    }

    [Fact]
    public async Task Recipe15_where_one_click_needs_an_address_it_is_sent()
    {
        var shop = new Shop(new DodoEmulatorOptions { RequireBillingAddressForOneClick = true });

        Assert.IsType<ChargeOutcome.Succeeded>(
            await shop.Upsells.ChargeAsync(
                Shop.Ebook() with
                {
                    BillingAddress = new()
                    {
                        Country = new CountryCode("US"),
                        Zipcode = "94110",
                        City = "San Francisco",
                        State = "CA",
                        Street = "1 Mission St",
                    },
                }
            )
        );
        Assert.IsType<ChargeOutcome.Refused>(await shop.Upsells.ChargeAsync(Shop.Ebook("without-address")));
        Assert.Single(shop.Emulator.Charges);
    }

    [Fact]
    public async Task Recipe17_the_payment_method_stays_on_the_server()
    {
        var shop = new Shop();

        var outcome = await shop.Upsells.ChargeAsync(Shop.Ebook());

        Assert.DoesNotContain(
            DemoSeed.GoodCard,
            System.Text.Json.JsonSerializer.Serialize(outcome, outcome.GetType()),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(DemoSeed.GoodCard, outcome.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("pm_", shop.Emulator.Charges.Single().Metadata.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Recipe18_clicking_again_after_an_error_does_not_charge_again()
    {
        var shop = new Shop();
        shop.Break(EmulatedFaultKind.StatusAfterCommit, "/checkouts", times: 5);

        for (var click = 0; click < 5; click++)
            await shop.Upsells.ChargeAsync(Shop.Ebook());

        Assert.Single(shop.ChargingRequests);
        Assert.Single(shop.Emulator.Charges);
    }

    [Theory]
    [InlineData(EmulatedFaultKind.DropAfterCommit, null)]
    [InlineData(EmulatedFaultKind.StatusAfterCommit, HttpStatusCode.InternalServerError)]
    [InlineData(EmulatedFaultKind.StatusAfterCommit, HttpStatusCode.RequestTimeout)]
    [InlineData(EmulatedFaultKind.StatusAfterCommit, HttpStatusCode.BadGateway)]
    [InlineData(EmulatedFaultKind.TruncateBody, null)]
    public async Task Pitfall01_a_charge_whose_answer_is_lost_is_never_sent_again(
        EmulatedFaultKind fault,
        HttpStatusCode? status
    )
    {
        foreach (var isCrossSell in new[] { false, true })
        {
            var shop = new Shop();
            shop.Break(fault, isCrossSell ? "/payments" : "/checkouts", times: 10, status: status);

            var outcome = isCrossSell
                ? await shop.CrossSells.ChargeAsync(Shop.CrossSoldEbook())
                : await shop.Upsells.ChargeAsync(Shop.Ebook());

            Assert.IsType<ChargeOutcome.Succeeded>(outcome);
            Assert.Single(shop.ChargingRequests);
            Assert.Single(shop.Emulator.Charges);
        }
    }

    [Fact]
    public async Task Pitfall02_a_conflict_is_refused_and_not_repeated()
    {
        var shop = new Shop();
        shop.Break(EmulatedFaultKind.Status, "/checkouts", times: 10, status: HttpStatusCode.Conflict);

        var refused = Assert.IsType<ChargeOutcome.Refused>(
            await shop.Upsells.ChargeAsync(Shop.Ebook() with { OfferCheckout = false })
        );

        Assert.Equal(ChargeRefusalReason.RefusedByApi, refused.Refusal.Reason);
        Assert.Single(shop.ChargingRequests);
    }

    [Fact]
    public async Task Pitfall03_a_200_is_never_proof_of_payment()
    {
        var shop = new Shop();

        var outcome = await shop.Upsells.ChargeAsync(Shop.Ebook(customerId: DemoSeed.CustomerWithDecliningCard));

        Assert.IsType<ChargeOutcome.Declined>(outcome);
        Assert.Contains("POST /checkouts", shop.Requests);
        Assert.Empty(shop.Emulator.Charges);
    }

    [Fact]
    public async Task Pitfall04_one_click_has_no_page_and_nobody_is_redirected_to_null()
    {
        var shop = new Shop();

        var paid = await shop.Upsells.ChargeAsync(Shop.Ebook());
        var page = Assert.IsType<ChargeOutcome.CheckoutRequired>(
            await shop.Upsells.ChargeAsync(Shop.Ebook("other", DemoSeed.CustomerWithoutCard))
        );

        Assert.IsType<ChargeOutcome.Succeeded>(paid);
        Assert.True(Uri.IsWellFormedUriString(page.CheckoutUrl, UriKind.Absolute));
    }

    [Fact]
    public async Task Pitfall04_a_session_without_a_page_sends_nobody_anywhere_and_the_key_stays_free()
    {
        var dodo = Substitute.For<IDodoClient>();
        dodo.Environment.Returns(DodoEnvironment.Test);
        dodo.Customers.ListPaymentMethodsAsync(default!, default)
            .ReturnsForAnyArgs(new ListResponse<SavedPaymentMethod> { Items = [] });
        dodo.Products.GetAsync(default!, default).ReturnsForAnyArgs(new Product { ProductId = DemoSeed.Ebook });
        dodo.CheckoutSessions.CreateAsync(default!, default)
            .ReturnsForAnyArgs(new CheckoutSession { SessionId = "cks_1", CheckoutUrl = null });
        var ledger = new InMemoryChargeLedger();

        var refused = Assert.IsType<ChargeOutcome.Refused>(
            await new UpsellFlow(dodo, ledger).ChargeAsync(Shop.Ebook())
        );

        Assert.Null(refused.CheckoutUrl);
        Assert.Equal(ChargeState.Refused, (await ledger.FindAsync(DodoEnvironment.Test, "order-1"))!.State);
    }

    [Fact]
    public async Task Pitfall13_no_page_is_opened_while_a_payment_is_under_way()
    {
        var shop = new Shop(new DodoEmulatorOptions { Settlement = PaymentSettlement.OnClock(TimeSpan.FromDays(2)) });

        for (var click = 0; click < 5; click++)
            Assert.IsType<ChargeOutcome.Processing>(
                await shop.Upsells.ChargeAsync(Shop.Ebook(customerId: DemoSeed.CustomerWithDecliningCard))
            );

        Assert.Single(shop.ChargingRequests);
    }

    [Fact]
    public async Task Pitfall14_a_step_that_the_customer_did_not_take_ends_and_only_then_a_page_follows()
    {
        var shop = new Shop();
        shop.Emulator.SaveCard(DemoSeed.CustomerWithoutCard, TestCards.ThreeDSecure);
        Assert.IsType<ChargeOutcome.ActionRequired>(
            await shop.Upsells.ChargeAsync(Shop.Ebook(customerId: DemoSeed.CustomerWithoutCard))
        );

        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(14));
        Assert.IsType<ChargeOutcome.ActionRequired>(
            await shop.Upsells.ChargeAsync(Shop.Ebook(customerId: DemoSeed.CustomerWithoutCard))
        );
        shop.Emulator.Clock.Advance(TimeSpan.FromMinutes(2));

        var declined = Assert.IsType<ChargeOutcome.Declined>(
            await shop.Upsells.ChargeAsync(Shop.Ebook(customerId: DemoSeed.CustomerWithoutCard))
        );
        Assert.NotNull(declined.CheckoutUrl);
    }

    [Fact]
    public async Task Pitfall15_a_store_of_methods_that_is_down_is_not_an_empty_one()
    {
        var shop = new Shop();
        shop.Break(
            EmulatedFaultKind.Status,
            "/customers/{}/payment-methods",
            times: 100,
            method: "GET",
            status: HttpStatusCode.BadGateway
        );

        var page = Assert.IsType<ChargeOutcome.CheckoutRequired>(await shop.Upsells.ChargeAsync(Shop.Ebook()));

        Assert.Equal(CheckoutReason.MethodsUnavailable, page.Why);
        Assert.Equal(
            NoPaymentMethodReason.ListUnavailable,
            (await shop.Upsells.ChooseMethodAsync(DemoSeed.CustomerWithCards)).WhyNone
        );
    }

    [Fact]
    public async Task Pitfall24_customers_never_read_a_code_of_the_api()
    {
        var shop = new Shop();
        shop.Emulator.SaveCard(DemoSeed.CustomerWithoutCard, TestCards.InsufficientFunds);

        var declined = Assert.IsType<ChargeOutcome.Declined>(
            await shop.Upsells.ChargeAsync(Shop.Ebook(customerId: DemoSeed.CustomerWithoutCard))
        );
        shop.Break(EmulatedFaultKind.Status, "/checkouts", times: 10, status: HttpStatusCode.UnprocessableEntity);
        var refused = Assert.IsType<ChargeOutcome.Refused>(await shop.Upsells.ChargeAsync(Shop.Ebook("other")));

        Assert.Equal("INSUFFICIENT_FUNDS", declined.Reason.Code.Value);
        Assert.DoesNotContain("INSUFFICIENT_FUNDS", declined.CustomerMessage, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("422", refused.CustomerMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pitfall25_a_declined_method_is_not_charged_again_under_the_key()
    {
        var shop = new Shop();

        for (var click = 0; click < 5; click++)
            await shop.Upsells.ChargeAsync(
                Shop.Ebook(customerId: DemoSeed.CustomerWithDecliningCard) with
                {
                    OfferCheckout = click > 2,
                }
            );

        var payments = await shop
            .Dodo.Payments.ListAsync(new() { CustomerId = DemoSeed.CustomerWithDecliningCard })
            .ToListAsync();
        Assert.Single(payments);
    }
}
