using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>Reads a subscription in the API's format. Members that are left out get a default.</summary>
internal static class SubscriptionInput
{
    public static Subscription Read(string id, JsonInput input, EmulatorState state)
    {
        var customer = FindCustomer(input, state);
        var plan = ReadPlan(input, state);
        var status = input.OptionalChoice("status", SubscriptionStatus.All) ?? SubscriptionStatus.Active;
        var previous = input.OptionalTime("previous_billing_date") ?? state.Now;
        var createdAt = input.OptionalTime("created_at") ?? previous;
        var trialDays = input.OptionalInt32("trial_period_days", 0, 10_000) ?? 0;
        var trialAmount = input.OptionalInt32("trial_amount", minimum: 0);
        var cycle = ReadCycle(input, plan, previous, trialDays, state);
        List<Discount> discounts = [.. DiscountCodes.Require(state, DiscountCodes.Read(input))];
        var subscription = new Subscription
        {
            Id = id,
            Customer = customer,
            CreatedAt = createdAt,
            Origin = DodoEmulator.InProcessAddress,
            Plan = plan,
            Cycle = cycle,
            ExpiresAt = input.OptionalTime("expires_at") ?? plan.Price.Term.After(createdAt),
            Billing = input.OptionalObject("billing") is { } billing
                ? BillingAddress.Read(billing)
                : new BillingAddress(CheckoutOpening.DefaultCountry),
            Metadata = input.OptionalMetadata() ?? [],
            Method = FindMethod(input, state, customer),
            TaxId = input.OptionalText("tax_id"),
            CustomerBusinessName = input.OptionalText("customer_business_name"),
            IsOnDemand = input.OptionalFlag("on_demand") ?? false,
            TrialDays = trialDays,
            TrialAmount = trialAmount,
            Trial =
                trialDays > 0 && cycle.Next > state.Now && cycle.Next <= createdAt.AddDays(trialDays)
                    ? new Trial(cycle.Next, (long)(trialAmount ?? 0) * plan.Quantity)
                    : null,
            CancelAtNextBillingDate = input.OptionalFlag("cancel_at_next_billing_date") ?? false,
            CancelledAt =
                input.OptionalTime("cancelled_at") ?? (status is SubscriptionStatus.Cancelled ? state.Now : null),
            PausedAt = input.OptionalTime("paused_at") ?? (status is SubscriptionStatus.Paused ? state.Now : null),
            Discounts = [.. discounts.Select(SubscriptionDiscount.New)],
        };
        if (status is SubscriptionStatus.OnHold or SubscriptionStatus.PastDue)
            subscription.OutstandingInvoice = new OutstandingInvoice(
                BillLine.Of(plan, subscription.Discounts, state.Options.Subscriptions.Rounding),
                isRenewal: true
            );

        return subscription.In(status);
    }

    private static SubscriptionPlan ReadPlan(JsonInput input, EmulatorState state)
    {
        var product = input.OptionalText("product_id") is { } id
            ? state.Products.Get(id)
            : state.Products.FirstOrDefault(known => known is { IsRecurring: true, IsArchived: false })
                ?? throw input.Invalid("product_id", "is required");
        if (!product.IsRecurring)
            throw input.Invalid("product_id", "not a subscription");

        var plan = new SubscriptionPlan(
            product,
            input.OptionalInt32("quantity", minimum: 1) ?? 1,
            [.. PlanAddons.Read(state, product, [.. (input.OptionalObjects("addons") ?? []).Select(CartAddon.Read)])]
        );
        _ = new BillCalculator(state).AddUp(
            plan,
            BillLine.Of(plan, [], state.Options.Subscriptions.Rounding),
            availableCredit: 0
        );
        return plan;
    }

    private static BillingCycle ReadCycle(
        JsonInput input,
        SubscriptionPlan plan,
        DateTimeOffset previous,
        int trialDays,
        EmulatorState state
    )
    {
        if (input.OptionalTime("next_billing_date") is { } next)
        {
            return next > previous
                ? BillingCycle.Until(previous, next)
                : throw input.Invalid("next_billing_date", "must be after `previous_billing_date`");
        }

        if (trialDays > 0)
            return BillingCycle.Until(previous, previous.AddDays(trialDays));

        var rules = state.Options.Subscriptions;
        return BillingCycle.From(
            previous,
            rules.FixedDayCycles ? plan.Price.Frequency.InFixedDays() : plan.Price.Frequency
        );
    }

    private static Customer FindCustomer(JsonInput input, EmulatorState state) =>
        (input.OptionalText("customer_id") ?? input.OptionalObject("customer")?.Text("customer_id")) is { } id
            ? state.Customers.Get(id)
            : state.Customers.FirstOrDefault() ?? throw input.Invalid("customer_id", "is required");

    private static PaymentMethod? FindMethod(JsonInput input, EmulatorState state, Customer customer)
    {
        if (input.OptionalText("payment_method_id") is { } id)
            return SavedMethods.Require(state, id, new CustomerReference.Existing(customer.Id), allowedTypes: null);

        return state
            .Indexes.MethodsByCustomer.Of(customer.Id)
            .FirstOrDefault(method =>
                !method.IsRemoved && !method.IsExpired(state.Now) && method.RecurringEnabled is not false
            );
    }
}
