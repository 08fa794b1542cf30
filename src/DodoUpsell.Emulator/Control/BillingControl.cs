using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Addons;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Subscriptions;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Control;

/// <summary>Creates and replaces add-ons, discounts and subscriptions for tests, without the API's rules.</summary>
internal sealed class BillingControl(EmulatorState state)
{
    public JsonObject PutAddon(string id, JsonInput input)
    {
        lock (state.Gate)
        {
            var addon = AddonInput.Read(id, input, state);
            state.Addons.Put(addon);
            return AddonJson.Full(addon);
        }
    }

    public JsonObject PutDiscount(string id, JsonInput input)
    {
        lock (state.Gate)
        {
            (var terms, var timesUsed, var customerIds, var createdAt) = SeededDiscount.Read(id, input, state);
            state.Discounts.TryGet(id, out var discount);
            DiscountCodes.RequireFree(state, terms.Code, except: discount);
            // Updated in place, because subscriptions reference their discounts.
            if (discount is null)
            {
                discount = new Discount
                {
                    Id = id,
                    CreatedAt = createdAt,
                    Terms = terms,
                };
                state.Discounts.Put(discount);
            }

            discount.Terms = terms;
            discount.TimesUsed = timesUsed;
            discount.CustomerIds = customerIds;
            discount.IsDeleted = false;
            return DiscountJson.Full(discount);
        }
    }

    public JsonObject PutSubscription(string id, JsonInput input)
    {
        lock (state.Gate)
        {
            var subscription = SubscriptionInput.Read(id, input, state);
            var payments = new PaymentProcessor(state);
            if (state.Subscriptions.TryGet(id, out var old))
                Retire(old, payments);

            state.Subscriptions.Put(subscription);
            new Renewals(state, payments).Plan(subscription);
            return SubscriptionJson.Full(subscription, state.Options.Subscriptions.Rounding);
        }
    }

    // The scheduled work of a subscription that is replaced must not run any more.
    private static void Retire(Subscription old, PaymentProcessor payments)
    {
        old.In(SubscriptionStatus.Cancelled).Timetable++;
        old.OutstandingInvoice = null;
        if (old.LatestPayment is { } latest)
            payments.Cancel(latest);
        if (old.PendingChange is { } change)
            payments.Cancel(change);
    }
}
