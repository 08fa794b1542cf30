using System.Text.Json.Nodes;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Models;

/// <summary>Answers as the API gives them since September 2026, and as version 1.113.0 gave them.</summary>
public sealed class NewerAnswersTests
{
    private const string PriceMembers = """ "discount_bps": 1250 """;

    // What the API added to each object, with a value of its own.
    private static readonly Dictionary<Type, string> Added = new()
    {
        [typeof(CheckoutPreview)] = """
            "payment_method_required": true, "subscriptions": [{ "product_id": "pdt_1", "amount_due_now": 0,
              "recurring_amount": 2380, "recurring_tax": 380, "tax_due_now": 0,
              "next_billing_date": "2026-10-01T00:00:00Z", "trial_period_days": 14, "later_still": [1] }]
            """,
        [typeof(CreatedSubscription)] = """ "payment_method_required": false """,
        [typeof(Customer)] = """ "blocked_at": "2026-09-02T10:00:00Z", "blocklist_entry_id": "blk_1" """,
        [typeof(Dispute)] = """
            "customer": { "customer_id": "cus_1", "email": "a@example.com", "name": "A", "metadata": {} },
              "reason": "Not received", "brand_id": "brnd_1", "payment_provider": "adyen"
            """,
        [typeof(EntitlementGrant)] = """ "external_id": "gh_7" """,
        [typeof(LicenseKeyGrant)] = """ "id": "lic_1", "status": "disabled" """,
        [typeof(OneTimePrice)] = PriceMembers,
        [typeof(Payment)] = """ "subscription_ids": ["sub_2", "sub_1"], "is_multi_subscription": true """,
        [typeof(PaymentListItem)] = """ "subscription_ids": [], "is_multi_subscription": false """,
        [typeof(Payout)] = """ "additional_docs": [{ "url": "https://x.test/1" }] """,
        [typeof(RecurringPrice)] =
            PriceMembers + """, "trial_payment_method_optional": true, "zero_amount_payment_method_optional": false """,
        [typeof(Subscription)] = """ "has_payment_method": true, "past_due_ends_at": "2026-09-09T10:00:00Z" """,
        [typeof(SubscriptionListItem)] = """ "has_payment_method": false """,
        [typeof(UsageBasedPrice)] = PriceMembers,
    };

    public static TheoryData<string> Responses =>
        [.. Contract.Responses.Where(pair => Added.ContainsKey(pair.Value)).Select(pair => pair.Key)];

    [Fact]
    public void Every_newer_member_of_an_answer_is_tried()
    {
        var newer = Contract
            .Newer.Where(pair => Contract.Responses.ContainsValue(pair.Key))
            .ToDictionary(pair => pair.Key, pair => pair.Value.Order(StringComparer.Ordinal).ToArray());

        Assert.Equal(newer.Keys.ToHashSet(), Added.Keys.ToHashSet());
        Assert.All(
            newer,
            pair =>
                Assert.Equal(pair.Value, Members(pair.Key).Select(member => member.Key).Order(StringComparer.Ordinal))
        );
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void A_newer_answer_is_read_with_nothing_lost(string schema)
    {
        var model = Contract.Models[schema];
        var answer = new Samples(unknownMembers: true).Of(schema);
        foreach (var (name, value) in Members(model))
            answer[name] = value!.DeepClone();

        var read = (ApiObject)ModelJsonTests.Read(model, answer);

        Assert.Equal(["not_known_yet"], read.AdditionalProperties.Keys);
        ModelJsonTests.AssertJson(answer.ToJsonString(), ModelJsonTests.Write(read));
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void An_older_answer_says_nothing_of_what_was_added(string schema)
    {
        var model = Contract.Models[schema];

        var read = ModelJsonTests.Read(model, new Samples().Of(schema));

        Assert.All(Contract.Newer[model], name => Assert.Null(Contract.Property(model, name).GetValue(read)));
    }

    private static JsonObject Members(Type model) => JsonNode.Parse($"{{{Added[model]}}}")!.AsObject();
}
