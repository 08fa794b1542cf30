using System.Text.Json;
using System.Text.Json.Nodes;

namespace DodoUpsell.Tests.Models;

public sealed class UnionTests
{
    [Theory]
    [InlineData("""{"type":"one_time_price","price":500,"currency":"USD"}""", typeof(OneTimePrice))]
    [InlineData("""{"price":500,"currency":"USD","type":"recurring_price"}""", typeof(RecurringPrice))]
    [InlineData(
        """{"meters":[{"meter_id":"m","type":"not this one"}],"type":"usage_based_price","fixed_price":1}""",
        typeof(UsageBasedPrice)
    )]
    [InlineData("""{"nested":{"type":"one_time_price"},"type":"auction_price"}""", typeof(UnknownPrice))]
    [InlineData("""{"price":500}""", typeof(UnknownPrice))]
    [InlineData("""{"type":null,"price":500}""", typeof(UnknownPrice))]
    [InlineData("{}", typeof(UnknownPrice))]
    public void Prices_are_told_apart_by_type_wherever_it_stands(string json, Type @case) =>
        Assert.IsType(@case, Read<Price>(json));

    [Theory]
    [InlineData("""{"id":"x","quantity":2,"type":"subscription"}""", typeof(SubscriptionLineItem))]
    [InlineData("""{"type":"addon","id":"x"}""", typeof(AddonLineItem))]
    [InlineData("""{"type":"meter","id":"x"}""", typeof(MeterLineItem))]
    [InlineData("""{"type":"tip","id":"x"}""", typeof(UnknownLineItem))]
    [InlineData("""{"id":"x"}""", typeof(UnknownLineItem))]
    public void Lines_are_told_apart_by_type(string json, Type @case) =>
        Assert.IsType(@case, Read<PlanChangeLineItem>(json));

    [Theory]
    [InlineData("""{"return_url":"https://x.test","type":"new"}""", typeof(NewPaymentMethod))]
    [InlineData("""{"type":"existing","payment_method_id":"pm_1"}""", typeof(ExistingPaymentMethod))]
    [InlineData("""{"type":"wire"}""", typeof(UnknownPaymentMethodUpdate))]
    public void Payment_method_updates_are_told_apart_by_type(string json, Type @case) =>
        Assert.IsType(@case, Read<PaymentMethodUpdate>(json));

    [Theory]
    [InlineData("""{"customer_id":"cus_1"}""", typeof(ExistingCustomer))]
    [InlineData("""{"name":"A","email":"a@example.com"}""", typeof(NewCustomer))]
    [InlineData("""{"handle":"@a"}""", typeof(UnknownCustomerReference))]
    public void Customers_are_told_apart_by_their_members(string json, Type @case) =>
        Assert.IsType(@case, Read<CustomerReference>(json));

    [Theory]
    [InlineData("""{"feature_type":"boolean","feature_id":"f"}""", typeof(FeatureFlagIntegration))]
    [InlineData("""{"permission":"pull","target_id":"org/repo"}""", typeof(GitHubIntegration))]
    [InlineData("""{"role_id":null,"guild_id":"1"}""", typeof(DiscordIntegration))]
    [InlineData("""{"chat_id":"-100"}""", typeof(TelegramIntegration))]
    [InlineData("""{"figma_file_id":"1"}""", typeof(FigmaIntegration))]
    [InlineData("""{"framer_template_id":"1"}""", typeof(FramerIntegration))]
    [InlineData("""{"notion_template_id":"1"}""", typeof(NotionIntegration))]
    [InlineData("""{"digital_files":{"files":[]}}""", typeof(DigitalFilesIntegration))]
    [InlineData("""{"fulfillment_mode":"auto"}""", typeof(LicenseKeyIntegration))]
    [InlineData("""{"activations_limit":null}""", typeof(LicenseKeyIntegration))]
    [InlineData("""{"slack_channel":"c"}""", typeof(UnknownIntegration))]
    [InlineData("{}", typeof(UnknownIntegration))]
    public void Integrations_are_told_apart_by_their_members(string json, Type @case) =>
        Assert.IsType(@case, Read<IntegrationConfig>(json));

    [Theory]
    [InlineData(typeof(Price), """{"type":"auction_price","starts_at":1,"deep":{"type":"x"}}""")]
    [InlineData(typeof(Price), """{"price":500,"x":[1]}""")]
    [InlineData(typeof(PlanChangeLineItem), """{"type":"tip","amount":1}""")]
    [InlineData(typeof(PaymentMethodUpdate), """{"type":"wire","iban":"DE"}""")]
    [InlineData(typeof(CustomerReference), """{"handle":"@a"}""")]
    [InlineData(typeof(IntegrationConfig), """{"slack_channel":"c"}""")]
    public void An_unknown_case_survives_exactly(Type union, string json)
    {
        var read = ModelJsonTests.Read(union, JsonNode.Parse(json)!);
        ModelJsonTests.AssertJson(json, JsonSerializer.Serialize(read, Contract.TypeInfo(union)));
    }

    [Theory]
    [InlineData("Price", typeof(Price), 3)]
    [InlineData("LineItem", typeof(PlanChangeLineItem), 3)]
    [InlineData("UpdatePaymentMethodReq", typeof(PaymentMethodUpdate), 2)]
    [InlineData("CustomerRequest", typeof(CustomerReference), 2)]
    [InlineData("IntegrationConfigResponse", typeof(IntegrationConfig), 9)]
    public void Every_case_survives_through_its_union_with_its_members_in_any_order(
        string schema,
        Type union,
        int cases
    )
    {
        for (var i = 0; i < cases; i++)
        {
            var sample = new Samples(unknownMembers: true).Of($"{schema}/{i}");
            var reversed = new JsonObject(
                sample.Reverse().Select(pair => KeyValuePair.Create(pair.Key, pair.Value?.DeepClone()))
            );
            foreach (var json in new[] { sample, reversed })
            {
                var read = ModelJsonTests.Read(union, json);
                Assert.IsType(Contract.Models[$"{schema}/{i}"], read);
                ModelJsonTests.AssertJson(
                    json.ToJsonString(),
                    JsonSerializer.Serialize(read, Contract.TypeInfo(union))
                );
            }
        }
    }

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("[]")]
    [InlineData("7")]
    public void Anything_but_an_object_is_an_error(string json) =>
        Assert.Throws<JsonException>(() => Read<Price>(json));

    [Fact]
    public void A_case_that_is_made_here_carries_its_type_first() =>
        Assert.StartsWith(
            "{\"type\":\"existing\"",
            JsonSerializer.Serialize(
                (object)PaymentMethodUpdate.Existing("pm_1"),
                Contract.TypeInfo(typeof(PaymentMethodUpdate))
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void Cases_are_equal_by_value()
    {
        Assert.Equal(CustomerReference.Existing("cus_1"), CustomerReference.Existing("cus_1"));
        Assert.NotEqual<CustomerReference>(CustomerReference.Existing("cus_1"), CustomerReference.New("cus_1"));
        Assert.Equal(new OneTimePrice { Price = 1 }, new OneTimePrice { Price = 1 });
        Assert.NotEqual(new UnknownPrice("a"), new UnknownPrice("b"));
    }

    private static T Read<T>(string json) => (T)ModelJsonTests.Read(typeof(T), JsonNode.Parse(json)!);
}
