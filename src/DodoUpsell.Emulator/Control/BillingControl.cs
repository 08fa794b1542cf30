using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Addons;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Subscriptions;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Control;

/// <summary>Puts add-ons, discounts and subscriptions into the world behind the API's back.</summary>
internal sealed class BillingControl(World world)
{
    public JsonObject PutAddon(string id, JsonInput input)
    {
        lock (world.Gate)
        {
            var addon = AddonInput.Read(id, input, world);
            world.Addons.Put(addon);
            return AddonJson.Full(addon);
        }
    }

    public JsonObject PutDiscount(string id, JsonInput input)
    {
        lock (world.Gate)
        {
            (var terms, var timesUsed, var customerIds, var createdAt) = SeededDiscount.Read(id, input, world);
            world.Discounts.TryGet(id, out var discount);
            DiscountCodes.RequireFree(world, terms.Code, except: discount);
            // Replaced in place: subscriptions hold on to their discounts.
            if (discount is null)
            {
                discount = new Discount
                {
                    Id = id,
                    CreatedAt = createdAt,
                    Terms = terms,
                };
                world.Discounts.Put(discount);
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
        lock (world.Gate)
        {
            var subscription = SubscriptionInput.Read(id, input, world);
            var payments = new PaymentProcessor(world);
            if (world.Subscriptions.TryGet(id, out var old))
                Retire(old, payments);

            world.Subscriptions.Put(subscription);
            new Renewals(world, payments).Plan(subscription);
            return SubscriptionJson.Full(subscription, world.Options.Subscriptions.Rounding);
        }
    }

    // What was planned for a subscription that is replaced must not happen any more.
    private static void Retire(Subscription old, PaymentProcessor payments)
    {
        old.In(SubscriptionStatus.Cancelled).Timetable++;
        old.Dues = null;
        if (old.LatestPayment is { } latest)
            payments.Cancel(latest);
        if (old.PendingChange is { } change)
            payments.Cancel(change);
    }
}
