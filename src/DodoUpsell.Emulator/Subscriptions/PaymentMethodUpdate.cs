using System.Collections.Frozen;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>
/// Changes the payment method of a subscription. An active one is only updated; one on hold also pays the outstanding
/// amount.
/// </summary>
internal sealed class PaymentMethodUpdate(EmulatorState state, PaymentProcessor payments)
{
    private const string New = "new";
    private const string Existing = "existing";

    private static readonly FrozenSet<string> Kinds = FrozenSet.Create(StringComparer.Ordinal, New, Existing);
    private static readonly TimeSpan PageLifetime = TimeSpan.FromHours(24);

    private readonly SubscriptionStates _states = new(state, payments);
    private readonly Recovery _recovery = new(state, payments);

    /// <returns>The payment that was started, or null if there is none.</returns>
    public Payment? Update(Subscription subscription, JsonInput body)
    {
        var isNew = body.Choice("type", Kinds) is New;
        var methodId = isNew ? null : body.Text("payment_method_id");
        var returnUrl = isNew ? body.OptionalPageAddress("return_url") : null;
        if (isNew)
            _ = body.OptionalChoices("allowed_payment_method_types", PaymentMethodTypes.All);

        if (
            subscription.Status
            is not (SubscriptionStatus.Active or SubscriptionStatus.OnHold or SubscriptionStatus.PastDue)
        )
            throw ApiException.Unprocessable(
                ErrorCodes.SubscriptionInactive,
                $"the subscription is {subscription.Status}"
            );

        var method = methodId is null
            ? null
            : SavedMethods.Require(
                state,
                methodId,
                new CustomerReference.Existing(subscription.Customer.Id),
                allowedTypes: null
            );
        if (subscription.OutstandingInvoice is not null && subscription.HasOpenPayment)
            throw new ApiException(409, ErrorCodes.PreviousPaymentPending, "the last payment is not final yet");
        if (subscription.OutstandingInvoice is { } outstanding)
            return _recovery.Pay(subscription, outstanding, method, onPage: method is null);
        if (method is null)
            return SetUpOnPage(subscription, returnUrl);

        Change(subscription, method);
        return null;
    }

    private Payment SetUpOnPage(Subscription subscription, string? returnUrl)
    {
        var payment = payments.Start(
            new PaymentDraft
            {
                Customer = subscription.Customer,
                Cart = new PricedCart(
                    subscription.Plan.Price.Currency,
                    [
                        new PricedLine(
                            subscription.Plan.Product,
                            subscription.Plan.Quantity,
                            0,
                            Own: default,
                            [],
                            TrialDays: 0,
                            TrialPrice: default
                        ),
                    ]
                ),
                Billing = subscription.Billing,
                Metadata = subscription.Metadata,
                SubscriptionIds = [subscription.Id],
                IsMethodUpdate = true,
                WantsLink = true,
                ReturnUrl = returnUrl,
                RedeemsDiscounts = false,
                Lifetime = PageLifetime,
                WhenFinal = payment =>
                {
                    if (
                        payment is { Status: IntentStatus.Succeeded, Method: { } method }
                        && !SubscriptionStatus.IsFinal(subscription.Status)
                    )
                        Change(subscription, method);
                },
            },
            subscription.Origin
        );
        return payment;
    }

    private void Change(Subscription subscription, PaymentMethod method)
    {
        subscription.Method = method;
        _states.Tell(subscription, "update_payment_method");
    }
}
