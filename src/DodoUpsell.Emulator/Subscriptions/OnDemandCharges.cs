using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>Charges a subscription on demand, at the merchant's request.</summary>
internal sealed class OnDemandCharges(EmulatorState state, PaymentProcessor payments)
{
    private const int MaximumAttempts = 10;

    private readonly SubscriptionStates _states = new(state, payments);

    public JsonObject Charge(Subscription subscription, JsonInput body)
    {
        var amount = body.Int32("product_price", minimum: 0);
        var currency = body.OptionalChoice("product_currency", Currencies.All);
        _ = (body.OptionalText("product_description"), body.OptionalFlag("adaptive_currency_fees_inclusive"));
        if (body.OptionalObject("customer_balance_config") is { } balance)
            _ = (
                balance.OptionalFlag("allow_customer_credits_purchase"),
                balance.OptionalFlag("allow_customer_credits_usage")
            );

        var metadata = body.OptionalMetadata();
        Require(subscription);
        var cart = Price(subscription, amount, currency);
        var payment = payments.Start(
            new PaymentDraft
            {
                Customer = subscription.Customer,
                Cart = cart,
                Billing = subscription.Billing,
                Metadata = metadata ?? subscription.Metadata,
                SubscriptionIds = [subscription.Id],
                Method = subscription.ChargeableMethod,
                OffSession = true,
                RedeemsDiscounts = false,
                Lifetime = TimeSpan.Zero,
                WhenFinal = payment => Conclude(subscription, payment),
            },
            subscription.Origin
        );
        subscription.LatestPayment = payment;
        return new JsonObject { ["payment_id"] = payment.Id };
    }

    private static void Require(Subscription subscription)
    {
        if (subscription.Status is SubscriptionStatus.Expired)
            throw ApiException.Unprocessable(
                ErrorCodes.SubscriptionExpired,
                "the subscription has reached the end of its term"
            );
        if (!subscription.IsActive)
            throw ApiException.Unprocessable(
                ErrorCodes.SubscriptionInactive,
                $"the subscription is {subscription.Status}, not active"
            );
        if (!subscription.IsOnDemand)
            throw ApiException.Unprocessable(
                ErrorCodes.SubscriptionNotOnDemand,
                "the subscription renews by the calendar"
            );
        if (subscription.CancelAtNextBillingDate)
            throw ApiException.Unprocessable(
                ErrorCodes.ChargeNotAllowedForScheduledCancellation,
                "the subscription ends at the next billing date"
            );
        if (subscription.HasOpenPayment)
            throw new ApiException(409, ErrorCodes.PreviousPaymentPending, "the last payment is not final yet");
        if (subscription.FailedCharges >= MaximumAttempts)
            throw ApiException.Unprocessable(
                ErrorCodes.SubscriptionRetryLimitExceeded,
                $"{MaximumAttempts} charges in a row have failed"
            );
    }

    private PricedCart Price(Subscription subscription, int amount, string? currency)
    {
        var own = subscription.Plan.Price.Currency;
        if (currency is not null && !string.Equals(currency, own, StringComparison.Ordinal))
            throw ApiException.Unprocessable(
                ErrorCodes.UnsupportedCurrency,
                $"the subscription is charged in {own}, not in {currency}"
            );

        var due = Tax.Apply(state.Options.TaxPercent, amount, discount: 0, subscription.Plan.TaxInclusive);
        if (due.Total > int.MaxValue)
            throw ApiException.Unprocessable(ErrorCodes.IntegerConversionFailure, "the amount is too large");
        if (due.Total < Currencies.MinimumCharge(own))
            throw ApiException.Unprocessable(
                ErrorCodes.TotalBelowMinimum,
                $"the total is below the minimum charge in {own}"
            );

        return new PricedCart(
            own,
            [new PricedLine(subscription.Plan.Product, 1, amount, due, [], TrialDays: 0, TrialPrice: default)]
        );
    }

    // A failed charge changes nothing: the merchant decides when to try again.
    private void Conclude(Subscription subscription, Payment payment)
    {
        if (payment.Status is not IntentStatus.Succeeded)
        {
            subscription.FailedCharges++;
            return;
        }

        subscription.FailedCharges = 0;
        _states.Tell(subscription, "renewed");
    }
}
