using System.Reflection;
using DodoUpsell.Offers;

namespace DodoUpsell.Tests.Offers.Acceptance;

/// <summary>Every outcome of a charge and of a plan change is exactly one outcome of the offer.</summary>
public sealed class OutcomeMappingTests
{
    private static readonly Money Price = new(500, Currency.USD);

    private static readonly (ChargeOutcome Charge, Type Offer)[] Charges =
    [
        (
            new ChargeOutcome.Succeeded
            {
                Key = "k",
                CustomerMessage = "m",
                Charged = Price,
            },
            typeof(OfferOutcome.Succeeded)
        ),
        (
            new ChargeOutcome.ActionRequired
            {
                Key = "k",
                CustomerMessage = "m",
                Url = "u",
            },
            typeof(OfferOutcome.ActionRequired)
        ),
        (new ChargeOutcome.Processing { Key = "k", CustomerMessage = "m" }, typeof(OfferOutcome.Pending)),
        (
            new ChargeOutcome.Declined
            {
                Key = "k",
                CustomerMessage = "m",
                Reason = DeclineReason.Of(null),
            },
            typeof(OfferOutcome.Declined)
        ),
        (
            new ChargeOutcome.Refused
            {
                Key = "k",
                CustomerMessage = "m",
                Refusal = new(ChargeRefusalReason.RefusedByApi, default, "no"),
            },
            typeof(OfferOutcome.Refused)
        ),
        (
            new ChargeOutcome.CheckoutRequired
            {
                Key = "k",
                CustomerMessage = "m",
                CheckoutUrl = "u",
                Why = CheckoutReason.NoUsableMethod,
            },
            typeof(OfferOutcome.CheckoutRequired)
        ),
        (new ChargeOutcome.Pending { Key = "k", CustomerMessage = "m" }, typeof(OfferOutcome.Pending)),
        (new ChargeOutcome.AlreadyInProgress { Key = "k", CustomerMessage = "m" }, typeof(OfferOutcome.Pending)),
        (
            new ChargeOutcome.Refunded
            {
                Key = "k",
                CustomerMessage = "m",
                Charged = Price,
            },
            typeof(OfferOutcome.Refunded)
        ),
        (new ChargeOutcome.NotCharged { Key = "k", CustomerMessage = "m" }, typeof(OfferOutcome.Refused)),
    ];

    private static readonly (PlanChangeOutcome Change, Type Offer)[] Changes =
    [
        (
            new PlanChangeOutcome.Changed
            {
                SubscriptionId = "s",
                CustomerMessage = "m",
                Charged = Price,
                CreditGranted = Price,
                NextBillingDate = default,
            },
            typeof(OfferOutcome.Succeeded)
        ),
        (
            new PlanChangeOutcome.Scheduled
            {
                SubscriptionId = "s",
                CustomerMessage = "m",
                EffectiveAt = default,
            },
            typeof(OfferOutcome.Scheduled)
        ),
        (
            new PlanChangeOutcome.PaymentPending { SubscriptionId = "s", CustomerMessage = "m" },
            typeof(OfferOutcome.Pending)
        ),
        (
            new PlanChangeOutcome.ActionRequired
            {
                SubscriptionId = "s",
                CustomerMessage = "m",
                Url = "u",
            },
            typeof(OfferOutcome.ActionRequired)
        ),
        (
            new PlanChangeOutcome.PaymentFailed
            {
                SubscriptionId = "s",
                CustomerMessage = "m",
                Reason = DeclineReason.Of(null),
                OldPlanStands = true,
            },
            typeof(OfferOutcome.Declined)
        ),
        (
            new PlanChangeOutcome.Refunded
            {
                SubscriptionId = "s",
                CustomerMessage = "m",
                Charged = Price,
            },
            typeof(OfferOutcome.Refunded)
        ),
        (
            new PlanChangeOutcome.Refused
            {
                SubscriptionId = "s",
                CustomerMessage = "m",
                Refusal = new(PlanChangeRefusalReason.NotActive, default, "no"),
            },
            typeof(OfferOutcome.Refused)
        ),
        (new PlanChangeOutcome.Unknown { SubscriptionId = "s", CustomerMessage = "m" }, typeof(OfferOutcome.Pending)),
    ];

    [Fact]
    public void Every_outcome_of_a_charge_has_its_outcome()
    {
        Assert.Equal(CasesOf(typeof(ChargeOutcome)), Charges.Select(row => row.Charge.GetType()).Order(ByName));
        Assert.All(
            Charges,
            row =>
            {
                var outcome = OfferOutcomes.Of("ofr_1", row.Charge with { PaymentId = "pay_1" }, canRetry: true);
                Assert.IsType(row.Offer, outcome);
                Assert.Equal(("ofr_1", "m"), (outcome.OfferId, outcome.CustomerMessage));
                if (outcome is OfferOutcome.Refused refused)
                    Assert.True(refused.CanRetry);
                else
                    Assert.Equal("pay_1", outcome.PaymentId);
            }
        );
    }

    [Fact]
    public void Every_outcome_of_a_plan_change_has_its_outcome()
    {
        // A quote that has changed is disclosed again, which needs the offer.
        Assert.Equal(
            CasesOf(typeof(PlanChangeOutcome)).Where(one => one != typeof(PlanChangeOutcome.QuoteChanged)),
            Changes.Select(row => row.Change.GetType()).Order(ByName)
        );
        Assert.All(
            Changes,
            row =>
            {
                var outcome = OfferOutcomes.Of("ofr_1", row.Change, canRetry: false);
                Assert.IsType(row.Offer, outcome);
                Assert.Equal(("ofr_1", "m"), (outcome.OfferId, outcome.CustomerMessage));
                Assert.False(outcome is OfferOutcome.Refused { CanRetry: true });
            }
        );
    }

    [Fact]
    public void Only_a_temporary_refusal_of_a_plan_change_can_be_tried_again()
    {
        PlanChangeRefusalReason[] temporary =
        [
            PlanChangeRefusalReason.ChangePending,
            PlanChangeRefusalReason.QuoteExpired,
            PlanChangeRefusalReason.ChangeInProgress,
            PlanChangeRefusalReason.NotExecuted,
            PlanChangeRefusalReason.PriceUnknown,
            PlanChangeRefusalReason.ClockNotTrusted,
        ];
        Assert.All(
            Enum.GetValues<PlanChangeRefusalReason>(),
            reason =>
                Assert.Equal(
                    temporary.Contains(reason) ? NothingSent.ForNow : NothingSent.RefusedForGood,
                    PlanChangeEnds.Of(new PlanChangeRefusal(reason, default, "no"))
                )
        );
    }

    private static Comparer<Type> ByName { get; } =
        Comparer<Type>.Create((one, other) => string.CompareOrdinal(one.Name, other.Name));

    private static IEnumerable<Type> CasesOf(Type outcome) =>
        outcome.GetNestedTypes(BindingFlags.Public).Where(outcome.IsAssignableFrom).Order(ByName);
}
