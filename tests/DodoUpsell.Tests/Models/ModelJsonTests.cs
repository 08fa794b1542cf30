using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DodoUpsell.Tests.Models;

/// <summary>What every model does with JSON: nothing is lost, and what is missing is no reason to fail.</summary>
public sealed class ModelJsonTests
{
    public static TheoryData<string> Models => [.. Contract.Models.Keys];

    public static TheoryData<string> Tolerant =>
        [.. Contract.Responses.Concat(Contract.Shared).Select(pair => pair.Key)];

    public static TheoryData<string> WithIdentity =>
        [
            .. Contract
                .Responses.Where(pair => Contract.Properties(pair.Value).Any(property => property.IsRequired))
                .Select(pair => pair.Key),
        ];

    [Theory]
    [MemberData(nameof(Models))]
    public void Everything_survives_the_round_trip(string schema) => AssertRoundTrip(schema, new Samples());

    [Theory]
    [MemberData(nameof(Models))]
    public void Unknown_members_survive_the_round_trip(string schema) =>
        AssertRoundTrip(schema, new Samples(unknownMembers: true));

    [Theory]
    [MemberData(nameof(Models))]
    public void Unknown_values_survive_the_round_trip(string schema) =>
        AssertRoundTrip(schema, new Samples(unknownValues: true));

    [Theory]
    [MemberData(nameof(Models))]
    public void The_text_form_names_the_type_and_never_its_content(string schema)
    {
        var model = Contract.Models[schema];
        Assert.Equal(model.Name, Read(model, new Samples().Of(schema)).ToString());
    }

    [Theory]
    [MemberData(nameof(Tolerant))]
    public void Missing_members_are_tolerated(string schema)
    {
        var model = Contract.Models[schema];
        var sample = new Samples().Of(schema);
        foreach (var (name, _) in sample.ToArray())
            if (!IsRequired(model, name))
                sample.Remove(name);
        AssertNothingIsNullThatMustNotBe(Read(model, sample));
    }

    [Theory]
    [MemberData(nameof(Tolerant))]
    public void Nulls_are_tolerated(string schema)
    {
        var model = Contract.Models[schema];
        var sample = new Samples().Of(schema);
        foreach (var (name, _) in sample.ToArray())
            if (!IsRequired(model, name))
                sample[name] = null;
        AssertNothingIsNullThatMustNotBe(Read(model, sample));
    }

    [Theory]
    [MemberData(nameof(Tolerant))]
    public void Any_single_member_may_be_missing_or_null(string schema)
    {
        var model = Contract.Models[schema];
        foreach (var (name, _) in new Samples().Of(schema))
        {
            if (IsRequired(model, name))
                continue;
            var without = new Samples().Of(schema);
            without.Remove(name);
            Assert.NotNull(Read(model, without));
            without[name] = null;
            Assert.NotNull(Read(model, without));
        }
    }

    [Theory]
    [MemberData(nameof(WithIdentity))]
    public void A_missing_identity_is_an_error(string schema)
    {
        var model = Contract.Models[schema];
        var sample = new Samples().Of(schema);
        foreach (var (name, _) in sample.ToArray())
            if (IsRequired(model, name))
                sample.Remove(name);
        Assert.Throws<JsonException>(() => Read(model, sample));
    }

    [Fact]
    public void A_request_sends_only_what_is_set()
    {
        var request = new CreateCheckoutSessionRequest
        {
            ProductCart = [new() { ProductId = "pdt_1", Quantity = 1 }],
            Customer = CustomerReference.Existing("cus_1"),
        };
        AssertJson(
            """{"product_cart":[{"product_id":"pdt_1","quantity":1}],"customer":{"customer_id":"cus_1"}}""",
            Write(request)
        );
    }

    [Fact]
    public void A_request_sends_members_that_the_sdk_does_not_know()
    {
        var request = new CreateCustomerRequest
        {
            Email = "a@example.com",
            Name = "A",
            AdditionalProperties = new Dictionary<string, JsonElement>(StringComparer.Ordinal)
            {
                ["vip"] = JsonSerializer.SerializeToElement(true, Contract.TypeInfo(typeof(bool))),
            },
        };
        AssertJson("""{"email":"a@example.com","name":"A","vip":true}""", Write(request));
    }

    [Fact]
    public void Moments_are_read_and_written_in_UTC_with_a_Z()
    {
        var request = new DisableOnDemand
        {
            NextBillingDate = new DateTimeOffset(2026, 3, 1, 2, 30, 0, TimeSpan.FromHours(5.5)),
        };
        AssertJson("""{"next_billing_date":"2026-02-28T21:00:00Z"}""", Write(request));
        var read = (DisableOnDemand)Read(
            typeof(DisableOnDemand),
            JsonNode.Parse("""{"next_billing_date":"2026-03-01T02:30:00.5+05:30"}""")!
        );
        Assert.Equal(TimeSpan.Zero, read.NextBillingDate.Offset);
        Assert.Equal(new DateTimeOffset(2026, 2, 28, 21, 0, 0, 500, TimeSpan.Zero), read.NextBillingDate);
    }

    [Fact]
    public void An_empty_plan_change_answer_says_nothing()
    {
        var result = (ChangePlanResult)Read(typeof(ChangePlanResult), JsonNode.Parse("{}")!);
        Assert.Equal(new ChangePlanResult(), result);
        Assert.Null(result.PaymentId ?? result.PaymentLink ?? result.ClientSecret);
        Assert.Null(result.ExpiresOn);
    }

    [Fact]
    public void A_plan_change_answer_of_newer_versions_is_read()
    {
        var json = JsonNode.Parse(
            """
            {"payment_id":"pay_1","payment_link":"https://x.test/p","client_secret":"s",
              "expires_on":"2026-08-11T09:30:05Z"}
            """
        )!;
        AssertJson(json.ToJsonString(), Write(Read(typeof(ChangePlanResult), json)));
    }

    [Fact]
    public void Supported_countries_are_a_bare_list()
    {
        var countries =
            (IReadOnlyList<CountryCode>)Read(typeof(IReadOnlyList<CountryCode>), JsonNode.Parse("""["DE","XX"]""")!);
        Assert.Equal([CountryCode.DE, new CountryCode("XX")], countries);
    }

    [Fact]
    public void Amounts_have_their_currency()
    {
        var payment = (Payment)Read(
            typeof(Payment),
            JsonNode.Parse(
                """
                {"payment_id":"pay_1","currency":"EUR","total_amount":1190,"tax":190,"settlement_currency":"JPY",
                  "settlement_amount":1900}
                """
            )!
        );
        Assert.Equal(new Money(1190, Currency.EUR), payment.Total);
        Assert.Equal(new Money(190, Currency.EUR), payment.TaxMoney);
        Assert.Equal(new Money(1900, Currency.JPY), payment.Settlement);
        Assert.Null(payment.SettlementTaxMoney);
        Assert.Null(payment.Status);
    }

    [Theory]
    [InlineData("""{"payment_id":"pay_1"}""")]
    [InlineData("""{"payment_id":"pay_1","status":null,"payment_method_type":null,"card_issuing_country":null}""")]
    public void A_payment_without_status_has_none_and_so_is_not_paid(string json)
    {
        var payment = (Payment)Read(typeof(Payment), JsonNode.Parse(json)!);
        Assert.Null(payment.Status);
        Assert.False(payment.Status == PaymentStatus.Succeeded);
        Assert.Null(payment.PaymentMethodType);
        Assert.Null(payment.CardIssuingCountry);
    }

    [Fact]
    public void A_refund_without_amount_or_currency_has_no_money()
    {
        var refund = new Refund { RefundId = "ref_1" };
        Assert.Null(refund.AmountMoney);
        Assert.Null((refund with { Amount = 100 }).AmountMoney);
        Assert.Null((refund with { Currency = Currency.USD }).AmountMoney);
        Assert.Equal(new Money(100, Currency.USD), (refund with { Amount = 100, Currency = Currency.USD }).AmountMoney);
    }

    [Fact]
    public void A_preview_says_what_is_due_in_its_currency()
    {
        var preview = new CheckoutPreview
        {
            Currency = Currency.USD,
            CurrentBreakup = new() { TotalAmount = 1000 },
            RecurringBreakup = new() { TotalAmount = 2900 },
        };
        Assert.Equal(
            (new Money(1000, Currency.USD), new Money(2900, Currency.USD)),
            (preview.DueNow, preview.DuePerPeriod)
        );
        Assert.Null((preview with { RecurringBreakup = null }).DuePerPeriod);
        Assert.Null((preview with { CurrentBreakup = null }).DueNow);
    }

    [Fact]
    public void A_preview_of_several_subscriptions_says_what_each_costs_in_its_currency()
    {
        const string Json = """
            {
              "product_cart": [], "currency": "EUR", "total_price": 4800, "billing_country": "DE", "is_byop": false,
                "payment_method_required": true,
              "subscriptions": [
                { "product_id": "pdt_1", "amount_due_now": 0, "recurring_amount": 2380, "recurring_tax": 380,
                  "next_billing_date": "2026-10-01T00:00:00Z", "trial_period_days": 14 },
                { "product_id": "pdt_2", "amount_due_now": 4800, "tax_due_now": 766, "recurring_amount": 4800 }
              ]
            }
            """;
        var preview = (CheckoutPreview)Read(typeof(CheckoutPreview), JsonNode.Parse(Json)!);

        Assert.True(preview.PaymentMethodRequired);
        var (first, second) = (preview.Subscriptions![0], preview.Subscriptions[1]);
        Assert.Equal(
            (new Money(0, Currency.EUR), new Money(2380, Currency.EUR), (Money?)null, new Money(380, Currency.EUR)),
            (
                preview.DueNowOf(first),
                preview.DuePerPeriodOf(first),
                preview.TaxDueNowOf(first),
                preview.RecurringTaxOf(first)
            )
        );
        Assert.Equal(
            (14, (int?)null, new Money(766, Currency.EUR)),
            (first.TrialPeriodDays, second.TrialPeriodDays, preview.TaxDueNowOf(second))
        );
        Assert.Null((preview with { Currency = default }).DueNowOf(first));
        Assert.Null(preview.DueNowOf(new() { ProductId = "pdt_3" }));
        Assert.True(
            JsonNode.DeepEquals(
                JsonNode.Parse(Json)!["subscriptions"],
                JsonNode.Parse(Write(preview))!["subscriptions"]
            )
        );
    }

    [Theory]
    [InlineData(
        """
            {"type":"recurring_price","price":500,"discount_bps":1250,"trial_payment_method_optional":true,
              "zero_amount_payment_method_optional":false}
            """,
        null,
        1250
    )]
    [InlineData("""{"type":"recurring_price","price":500,"discount":13,"purchasing_power_parity":false}""", 13L, null)]
    public void A_price_says_its_discount_in_either_way_and_adds_none(string json, long? percent, int? basisPoints)
    {
        var price = (RecurringPrice)Read(typeof(RecurringPrice), JsonNode.Parse(json)!);

        Assert.Equal((percent, basisPoints), (price.Discount, price.DiscountBps));
        foreach (var (name, value) in JsonNode.Parse(json)!.AsObject())
            Assert.True(JsonNode.DeepEquals(value, JsonNode.Parse(Write(price))![name]), name);
        Assert.Equal(percent is null, JsonNode.Parse(Write(price))!["discount"] is null);
    }

    [Theory]
    [InlineData(
        """
            {"payment_id":"pay_2","invoice_id":"inv_1","is_manual_retry":true,"retry_attempt":2,"sends_allowed":4,
              "sends_used":1,"status":"processing","retry_available_at":"2026-11-24T09:15:30Z"}
            """
    )]
    [InlineData("""{"payment_id":"pay_2"}""")]
    public void A_retry_without_a_status_is_not_paid(string json)
    {
        var retry = (PaymentRetry)Read(typeof(PaymentRetry), JsonNode.Parse(json)!);

        Assert.False(retry.Status == PaymentStatus.Succeeded);
        Assert.Equal(
            json.Contains("processing", StringComparison.Ordinal) ? PaymentStatus.Processing : null,
            retry.Status
        );
        Assert.False(((PaymentRetryState)Read(typeof(PaymentRetryState), JsonNode.Parse("{}")!)).CanRetry);
    }

    [Fact]
    public void Wallets_are_added_up_in_USD() =>
        Assert.Equal(new Money(1250, Currency.USD), new CustomerWallets { TotalBalanceUsd = 1250 }.TotalBalance);

    internal static object Read(Type model, JsonNode json) =>
        JsonSerializer.Deserialize(json.ToJsonString(), Contract.TypeInfo(model))!;

    internal static string Write(object value) => JsonSerializer.Serialize(value, Contract.TypeInfo(value.GetType()));

    internal static void AssertJson(string expected, string actual) =>
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)),
            $"expected {expected}\nactual   {actual}"
        );

    private static void AssertRoundTrip(string schema, Samples samples)
    {
        var sample = samples.Of(schema);
        AssertJson(sample.ToJsonString(), Write(Read(Contract.Models[schema], sample)));
    }

    private static bool IsRequired(Type model, string name) =>
        Contract
            .Properties(model)
            .Any(property => property.IsRequired && string.Equals(property.Name, name, StringComparison.Ordinal));

    private static void AssertNothingIsNullThatMustNotBe(object model)
    {
        var nullability = new System.Reflection.NullabilityInfoContext();
        foreach (var property in model.GetType().GetProperties())
        {
            var value = property.GetValue(model);
            if (nullability.Create(property).ReadState == System.Reflection.NullabilityState.NotNull)
                Assert.True(value is not null, $"{model.GetType().Name}.{property.Name} is null.");
            if (value is IEnumerable list and not string)
                Assert.Empty(list);
        }

        Assert.NotEmpty(Write(model));
        Assert.NotEqual(0, model.GetHashCode());
    }
}
