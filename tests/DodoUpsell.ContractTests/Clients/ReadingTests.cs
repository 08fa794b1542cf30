using DodoUpsell.ContractTests.Calls;
using DodoUpsell.ContractTests.WireMock;

namespace DodoUpsell.ContractTests.Clients;

/// <summary>Tests that the members that a caller reads contain what their names say, in each client.</summary>
public sealed class ReadingTests(WireMockServer wireMock)
{
    [Fact]
    public async Task A_customer_has_metadata_of_every_type()
    {
        var customer = await ReadAsync<Customer>("Customers.GetAsync");

        Assert.Equal(Known.Customer, customer.CustomerId);
        Assert.Equal("mara.vogel@lantern.example", customer.Email);
        Assert.Equal("spring-newsletter", customer.Metadata["order_source"].AsString());
        Assert.Equal(12, customer.Metadata["seat_target"].AsInt64());
        Assert.Equal(0.75, customer.Metadata["affinity"].AsDouble());
        Assert.True(customer.Metadata["returning"].AsBoolean());
        Assert.Equal(new DateTimeOffset(2026, 9, 14, 8, 12, 45, TimeSpan.Zero).AddTicks(3_182_040), customer.CreatedAt);
    }

    [Fact]
    public async Task A_saved_card_keeps_its_expiry_as_it_was_written()
    {
        var methods = await ReadAsync<ListResponse<SavedPaymentMethod>>("Customers.ListPaymentMethodsAsync");

        Assert.Collection(
            methods.Items,
            visa =>
            {
                Assert.Equal(Known.PaymentMethod, visa.PaymentMethodId);
                Assert.Equal(PaymentMethodFamily.Card, visa.PaymentMethod);
                Assert.Equal(PaymentMethodType.Credit, visa.PaymentMethodType);
                Assert.True(visa.RecurringEnabled);
                Assert.Equal(
                    ("06", "32", "4242", "VISA"),
                    (visa.Card!.ExpiryMonth, visa.Card.ExpiryYear, visa.Card.Last4Digits, visa.Card.CardNetwork)
                );
            },
            wallet =>
            {
                Assert.Equal(PaymentMethodType.GooglePay, wallet.PaymentMethodType);
                Assert.False(wallet.RecurringEnabled);
                Assert.Equal(("9", "2031"), (wallet.Card!.ExpiryMonth, wallet.Card.ExpiryYear));
            }
        );
    }

    [Fact]
    public async Task A_wallet_holds_more_than_32_bits_of_paise()
    {
        var wallets = await ReadAsync<CustomerWallets>("Customers.ListWalletsAsync");

        Assert.Equal(new Money(9_412_345_678, Currency.USD), wallets.TotalBalance);
        Assert.Equal(new Money(8_412_345_678, Currency.INR), wallets.Items[0].BalanceMoney);
    }

    [Fact]
    public async Task A_checkout_session_has_its_address_and_its_payment()
    {
        var session = await ReadAsync<CheckoutSession>("CheckoutSessions.CreateAsync");

        Assert.Equal(Known.Session, session.SessionId);
        Assert.Equal($"https://test.checkout.dodopayments.com/session/{Known.Session}", session.CheckoutUrl);
        Assert.Equal(Known.Payment, session.PaymentId);
    }

    [Fact]
    public async Task A_preview_tells_what_is_due_now_and_later()
    {
        var preview = await ReadAsync<CheckoutPreview>("CheckoutSessions.PreviewAsync");

        Assert.Equal(new Money(10_353, Currency.EUR), preview.DueNow);
        Assert.Equal(new Money(9318, Currency.EUR), preview.DuePerPeriod);
        Assert.Equal(new Money(1910, Currency.EUR), preview.TotalTaxMoney);
        Assert.Equal("Extra seat", preview.ProductCart[0].Addons![0].Name);
    }

    [Fact]
    public async Task A_payment_has_its_status_its_money_and_its_disputes()
    {
        var payment = await ReadAsync<Payment>("Payments.GetAsync");

        Assert.Equal(PaymentStatus.Succeeded, payment.Status);
        Assert.Equal(new Money(10_353, Currency.EUR), payment.Total);
        Assert.Equal(new Money(11_204, Currency.EUR), payment.Settlement);
        Assert.Equal(Known.Session, payment.CheckoutSessionId);
        Assert.Equal("INSUFFICIENT_FUNDS", payment.ErrorCode);
        Assert.Equal(DisputeStatus.DisputeChallenged, payment.Disputes[0].DisputeStatus);
        Assert.Equal("103.53", payment.Disputes[0].Amount);
        Assert.Equal(PaymentRefundStatus.Partial, payment.RefundStatus);
        Assert.True(payment.IsUpdatePaymentMethod);
    }

    [Fact]
    public async Task A_subscription_has_its_plan_its_addons_and_its_scheduled_change()
    {
        var subscription = await ReadAsync<Subscription>("Subscriptions.GetAsync");

        Assert.Equal(SubscriptionStatus.Active, subscription.Status);
        Assert.Equal(new Money(8700, Currency.EUR), subscription.RecurringPreTax);
        Assert.Equal(
            [(Known.Seat, 3), (Known.Backup, 2)],
            subscription.Addons.Select(addon => (addon.AddonId, addon.Quantity))
        );
        Assert.Equal(Known.TeamPlan, subscription.ScheduledChange!.ProductId);
        Assert.Equal(Known.At("2026-12-14T08:12:45.318204Z"), subscription.ScheduledChange.EffectiveAt);
        Assert.Equal(
            (TimeInterval.Month, 24),
            (subscription.SubscriptionPeriodInterval, subscription.SubscriptionPeriodCount)
        );
    }

    [Fact]
    public async Task A_plan_change_preview_has_each_kind_of_line()
    {
        var preview = await ReadAsync<ChangePlanPreview>("Subscriptions.PreviewChangePlanAsync");

        Assert.Collection(
            preview.ImmediateCharge!.LineItems,
            line =>
                Assert.Equal(
                    (Known.TeamPlan, 0.483871),
                    (Assert.IsType<SubscriptionLineItem>(line).ProductId, ((SubscriptionLineItem)line).ProrationFactor)
                ),
            line =>
                Assert.Equal(
                    ("Extra seat", 2),
                    (Assert.IsType<AddonLineItem>(line).Name, ((AddonLineItem)line).Quantity)
                ),
            line => Assert.Equal("48210.5", Assert.IsType<MeterLineItem>(line).UnitsConsumed)
        );
        Assert.Equal(new Money(2_500_000_000, Currency.EUR), preview.ImmediateCharge.Summary!.CustomerCreditsMoney);
        Assert.Equal(Known.TeamPlan, preview.NewPlan!.ProductId);
    }

    [Theory]
    [InlineData("full", typeof(RecurringPrice))]
    [InlineData("one-time", typeof(OneTimePrice))]
    [InlineData("usage-based", typeof(UsageBasedPrice))]
    public async Task A_product_has_its_kind_of_price(string @case, Type price)
    {
        var product = await ReadAsync<Product>("Products.GetAsync", @case);

        Assert.IsType(price, product.Price);
    }

    [Fact]
    public async Task A_product_has_each_kind_of_integration()
    {
        var product = await ReadAsync<Product>("Products.GetAsync");

        Assert.Equal(
            [
                typeof(FeatureFlagIntegration),
                typeof(GitHubIntegration),
                typeof(DiscordIntegration),
                typeof(TelegramIntegration),
                typeof(FigmaIntegration),
                typeof(FramerIntegration),
                typeof(NotionIntegration),
                typeof(DigitalFilesIntegration),
                typeof(LicenseKeyIntegration),
            ],
            product.Entitlements.Select(entitlement => entitlement.IntegrationConfig!.GetType())
        );
    }

    [Fact]
    public async Task An_addon_has_its_price()
    {
        var addon = await ReadAsync<Addon>("Addons.GetAsync");

        Assert.Equal(
            (Known.Seat, "Extra seat", 2900L, Currency.EUR),
            (addon.Id, addon.Name, addon.Price, addon.Currency)
        );
    }

    [Fact]
    public async Task A_discount_has_its_basis_points_and_limits()
    {
        var discount = await ReadAsync<Discount>("Discounts.GetByCodeAsync");

        Assert.Equal(
            (Known.Code, DiscountType.Percentage, 1500, 6),
            (discount.Code, discount.Type, discount.Amount, discount.SubscriptionCycles)
        );
        Assert.Equal([Known.ProPlan, Known.TeamPlan], discount.RestrictedTo, StringComparer.Ordinal);
        Assert.Equal(new Money(2500, Currency.EUR), discount.CurrencyOptions[0].MaxAmountPossibleMoney);
        Assert.Equal(CustomerEligibility.Specific, discount.CustomerEligibility);
    }

    [Fact]
    public async Task A_refund_has_its_money_and_status()
    {
        var refund = await ReadAsync<Refund>("Refunds.GetAsync");

        Assert.Equal((RefundStatus.Succeeded, new Money(1500, Currency.EUR)), (refund.Status, refund.AmountMoney));
        Assert.Equal(Known.Customer, refund.Customer!.CustomerId);
    }

    [Fact]
    public async Task A_webhook_endpoint_has_its_events_and_its_secret_shows_in_no_text()
    {
        var endpoint = await ReadAsync<WebhookEndpoint>("WebhookEndpoints.GetAsync");
        var secret = await ReadAsync<WebhookEndpointSecret>("WebhookEndpoints.GetSecretAsync");

        Assert.Equal(
            [WebhookEventType.PaymentSucceeded, WebhookEventType.SubscriptionPlanChanged],
            endpoint.FilterTypes
        );
        Assert.Equal("whsec_Q29udHJhY3RUZXN0U2VjcmV0VmFsdWU=", secret.Secret);
        Assert.DoesNotContain(secret.Secret, secret.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_supported_countries_come_as_codes()
    {
        var countries = await ReadAsync<IReadOnlyList<CountryCode>>("Reference.ListSupportedCountriesAsync");

        Assert.Equal(
            ["DE", "AT", "CH", "US", "JP", "KW"],
            countries.Select(country => country.Value),
            StringComparer.Ordinal
        );
    }

    private async Task<T> ReadAsync<T>(string operation, string @case = "full")
    {
        var exchange = await Exchange.SendAsync(await wireMock.GetAsync(), SdkCalls.Get(operation, @case));

        Assert.Null(exchange.Exception);
        return Assert.IsAssignableFrom<T>(exchange.Result);
    }
}
