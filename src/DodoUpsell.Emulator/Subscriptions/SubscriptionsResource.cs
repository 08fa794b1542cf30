using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

internal sealed class SubscriptionsResource(EmulatorState state, PaymentProcessor payments) : IResource
{
    private readonly SubscriptionCreation _creation = new(state, payments);
    private readonly SubscriptionUpdate _update = new(state, payments);
    private readonly OnDemandCharges _charges = new(state, payments);
    private readonly PaymentMethodUpdate _methods = new(state, payments);

    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/subscriptions", List);
        routes.Map(
            "POST",
            "/subscriptions",
            call => WireResponse.Json(_creation.Create(CreateSubscriptionRequest.Read(call.Body()), call.Origin))
        );
        routes.Map("GET", "/subscriptions/{subscription_id}", Get);
        routes.Map("PATCH", "/subscriptions/{subscription_id}", Update);
        routes.Map(
            "POST",
            "/subscriptions/{subscription_id}/charge",
            call => WireResponse.Json(_charges.Charge(Find(call), call.Body()))
        );
        routes.Map(
            "POST",
            "/subscriptions/{subscription_id}/update-payment-method",
            call => WireResponse.Json(PaymentOnPageJson.Of(_methods.Update(Find(call), call.Body())))
        );
        routes.Map(
            "GET",
            "/subscriptions/{subscription_id}/usage-history",
            call => WireResponse.Items(UsageHistory.Of(Find(call), call.Query))
        );
        routes.Map("GET", "/subscriptions/{subscription_id}/credit-usage", CreditUsage);
    }

    private Subscription Find(RouteCall call) => state.Subscriptions.Get(call.Path("subscription_id"));

    private JsonObject Full(Subscription subscription) =>
        SubscriptionJson.Full(subscription, state.Options.Subscriptions.Rounding);

    private WireResponse Get(RouteCall call)
    {
        var subscription = Find(call);
        NoteRead(subscription);
        return WireResponse.Json(Full(subscription));
    }

    private IEnumerable<Subscription> Candidates(string? customerId) =>
        customerId is null
            ? state.Subscriptions.NewestFirst()
            : state.Indexes.SubscriptionsByCustomer.NewestFirst(customerId);

    private WireResponse List(RouteCall call)
    {
        // The page is selected before reads are counted, as in the list of payments.
        Subscription[] page =
        [
            .. SubscriptionFilter.Apply(Candidates(call.Query.Text("customer_id")), call.Query).Page(call.Query),
        ];
        foreach (var subscription in page)
            NoteRead(subscription);

        return WireResponse.Items(
            page.Select(subscription => SubscriptionJson.Row(subscription, state.Options.Subscriptions.Rounding))
        );
    }

    private WireResponse Update(RouteCall call)
    {
        var subscription = Find(call);
        _update.Apply(subscription, PatchSubscriptionRequest.Read(call.Body()));
        return WireResponse.Json(Full(subscription));
    }

    // Credit entitlements of subscriptions are not emulated, so there is no usage.
    private WireResponse CreditUsage(RouteCall call) =>
        WireResponse.Json(new JsonObject { ["subscription_id"] = Find(call).Id, ["items"] = new JsonArray() });

    // A subscription shows the result of its payments, so reading it counts as reading them.
    private void NoteRead(Subscription subscription)
    {
        if (subscription.LatestPayment is { } latest)
            payments.NoteRead(latest);
        if (subscription.PendingChange is { } change && change != subscription.LatestPayment)
            payments.NoteRead(change);
    }
}
