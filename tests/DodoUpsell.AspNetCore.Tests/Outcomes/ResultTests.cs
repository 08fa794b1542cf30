using System.Reflection;
using DodoUpsell.AspNetCore.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DodoUpsell.AspNetCore.Tests.Outcomes;

/// <summary>Every case of every outcome has its status, and says nothing that is meant for the seller.</summary>
public sealed class ResultTests
{
    private const string Seller = "for the seller only";
    private static readonly Money Paid = new(1900, Currency.USD);

    public static TheoryData<ChargeOutcome, int, string> Charges() =>
        new()
        {
            { New<ChargeOutcome.Succeeded>(new { Charged = Paid }), 200, "succeeded" },
            { New<ChargeOutcome.ActionRequired>(new { Url = "https://pay.example/3ds" }), 200, "action_required" },
            { New<ChargeOutcome.Processing>(new { }), 202, "pending" },
            { New<ChargeOutcome.Declined>(new { Reason = DeclineReason.Of("FRAUDULENT") }), 200, "declined" },
            {
                New<ChargeOutcome.Refused>(
                    new { Refusal = new ChargeRefusal(ChargeRefusalReason.ClockNotTrusted, default, Seller) }
                ),
                200,
                "refused"
            },
            {
                New<ChargeOutcome.CheckoutRequired>(new { CheckoutUrl = "https://pay.example/1" }),
                200,
                "checkout_required"
            },
            { New<ChargeOutcome.Pending>(new { }), 202, "pending" },
            { New<ChargeOutcome.AlreadyInProgress>(new { }), 202, "pending" },
            { New<ChargeOutcome.Refunded>(new { Charged = Paid }), 200, "refunded" },
            { New<ChargeOutcome.NotCharged>(new { }), 200, "not_charged" },
        };

    public static TheoryData<OfferOutcome, int, string> Offers() =>
        new()
        {
            { New<OfferOutcome.Succeeded>(new { Charged = Paid }), 200, "succeeded" },
            { New<OfferOutcome.Scheduled>(new { EffectiveAt = DateTimeOffset.UnixEpoch }), 200, "scheduled" },
            { New<OfferOutcome.ActionRequired>(new { Url = "https://pay.example/3ds" }), 200, "action_required" },
            {
                New<OfferOutcome.CheckoutRequired>(new { CheckoutUrl = "https://pay.example/1" }),
                200,
                "checkout_required"
            },
            { New<OfferOutcome.Pending>(new { }), 202, "pending" },
            { New<OfferOutcome.Declined>(new { Reason = DeclineReason.Of("FRAUDULENT") }), 200, "declined" },
            { New<OfferOutcome.Refused>(new { Explanation = Seller, CanRetry = true }), 200, "refused" },
            { New<OfferOutcome.Refunded>(new { Charged = Paid }), 200, "refunded" },
            { New<OfferOutcome.NotAvailable>(new { Reason = OfferUnavailableReason.NotFound }), 404, "not_found" },
            { New<OfferOutcome.NotAvailable>(new { Reason = OfferUnavailableReason.Expired }), 404, "offer_expired" },
            {
                New<OfferOutcome.NotAvailable>(new { Reason = OfferUnavailableReason.AlreadyBought }),
                404,
                "offer_already_bought"
            },
        };

    public static TheoryData<PlanChangeOutcome, int, string> Changes() =>
        new()
        {
            { New<PlanChangeOutcome.Changed>(new { Charged = Paid }), 200, "succeeded" },
            { New<PlanChangeOutcome.Scheduled>(new { EffectiveAt = DateTimeOffset.UnixEpoch }), 200, "scheduled" },
            { New<PlanChangeOutcome.PaymentPending>(new { }), 202, "pending" },
            { New<PlanChangeOutcome.ActionRequired>(new { Url = "https://pay.example/3ds" }), 200, "action_required" },
            { New<PlanChangeOutcome.PaymentFailed>(new { Reason = DeclineReason.Of("FRAUDULENT") }), 200, "declined" },
            { New<PlanChangeOutcome.Refunded>(new { Charged = Paid }), 200, "refunded" },
            {
                New<PlanChangeOutcome.Refused>(
                    new { Refusal = new PlanChangeRefusal(PlanChangeRefusalReason.NotActive, default, Seller) }
                ),
                200,
                "refused"
            },
            { New<PlanChangeOutcome.Unknown>(new { }), 202, "pending" },
        };

    [Theory]
    [MemberData(nameof(Charges))]
    public Task A_charge(ChargeOutcome outcome, int status, string word) =>
        AnswersAsync(outcome.ToResult(), status, word);

    [Theory]
    [MemberData(nameof(Offers))]
    public Task An_offer(OfferOutcome outcome, int status, string word) =>
        AnswersAsync(outcome.ToResult(), status, word);

    [Theory]
    [MemberData(nameof(Changes))]
    public Task A_plan_change(PlanChangeOutcome outcome, int status, string word) =>
        AnswersAsync(outcome.ToResult(), status, word);

    [Fact]
    public void No_case_is_forgotten()
    {
        Assert.Equal(
            Cases<ChargeOutcome>(),
            Charges().Select(row => row.Data.Item1.GetType()).Distinct().Order(ByName)
        );
        Assert.Equal(
            Cases<OfferOutcome>().Except([typeof(OfferOutcome.Changed)]),
            Offers().Select(row => row.Data.Item1.GetType()).Distinct().Order(ByName)
        );
        Assert.Equal(
            Cases<PlanChangeOutcome>().Except([typeof(PlanChangeOutcome.QuoteChanged)]),
            Changes().Select(row => row.Data.Item1.GetType()).Distinct().Order(ByName)
        );
    }

    [Fact]
    public void The_typed_result_can_be_matched()
    {
        var result = New<OfferOutcome.Succeeded>(new { Charged = Paid }).ToResult();

        var ok = Assert.IsType<Ok<OutcomeResponse>>(result.Result);
        Assert.Equal(1900, ok.Value!.Charged!.MinorUnits);
    }

    private static readonly Comparer<Type> ByName = Comparer<Type>.Create(
        (a, b) => string.CompareOrdinal(a.Name, b.Name)
    );

    private static IEnumerable<Type> Cases<T>() =>
        typeof(T).GetNestedTypes().Where(type => type.IsAssignableTo(typeof(T))).Order(ByName);

    private static async Task AnswersAsync(IResult result, int status, string word)
    {
        await using var shop = await ShopApp.StartAsync(maps: false, app: app => app.MapGet("/", () => result));

        var answer = await shop.As(null).GetAsync("/");

        Assert.Equal(status, answer.Status);
        Assert.Equal(word, status == 404 ? answer.Code : answer["status"]);
        Assert.Contains(
            word == "not_found" ? "nothing here" : "for the customer",
            answer.Body,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Seller, answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("fraud", answer.Body, StringComparison.OrdinalIgnoreCase);
    }

    // The cases have required members that only flows set; the rest keeps its default.
    private static T New<T>(object members)
    {
        var outcome = (T)System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(typeof(T));
        Set("CustomerMessage", "for the customer");
        if (typeof(T).GetProperty("OfferId") is not null)
            Set("OfferId", "ofr_1");
        if (typeof(T).GetProperty("SubscriptionId") is not null && typeof(T).IsAssignableTo(typeof(PlanChangeOutcome)))
            Set("SubscriptionId", "sub_1");
        foreach (var member in members.GetType().GetProperties())
            Set(member.Name, member.GetValue(members));
        return outcome;

        void Set(string name, object? value) =>
            typeof(T).GetProperty(name, BindingFlags.Public | BindingFlags.Instance)!.SetValue(outcome, value);
    }
}
