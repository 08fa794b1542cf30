using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Refunds;

/// <summary>Refunds settle as charges do: at once, by the clock, or by reads.</summary>
internal sealed class RefundsResource(EmulatorState state) : IResource
{
    private readonly RefundProcessor _refunds = new(state);

    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/refunds", List);
        routes.Map("POST", "/refunds", Create);
        routes.Map("GET", "/refunds/{refund_id}", Get);
    }

    private static bool Fits(string? wanted, string? actual) =>
        wanted is null || string.Equals(wanted, actual, StringComparison.Ordinal);

    private WireResponse List(RouteCall call)
    {
        var from = call.Query.Time("created_at_gte") ?? DateTimeOffset.MinValue;
        var to = call.Query.Time("created_at_lte") ?? DateTimeOffset.MaxValue;
        var status = call.Query.Choice("status", RefundStatus.All);
        var customerId = call.Query.Text("customer_id");
        var subscriptionId = call.Query.Text("subscription_id");

        Refund[] page =
        [
            .. Candidates(customerId, subscriptionId)
                .Where(refund => refund.CreatedAt >= from && refund.CreatedAt <= to)
                .Where(refund => Fits(status, refund.Status))
                .Where(refund => Fits(customerId, refund.Payment.Customer.Id))
                .Where(refund =>
                    subscriptionId is null
                    || refund.Payment.SubscriptionIds.Contains(subscriptionId, StringComparer.Ordinal)
                )
                .Page(call.Query),
        ];
        foreach (var refund in page)
            NoteRead(refund);

        return WireResponse.Items(page.Select(RefundJson.Row));
    }

    private IEnumerable<Refund> Candidates(string? customerId, string? subscriptionId)
    {
        if (subscriptionId is not null)
            return state.Indexes.RefundsBySubscription.NewestFirst(subscriptionId);
        return customerId is null
            ? state.Refunds.NewestFirst()
            : state.Indexes.RefundsByCustomer.NewestFirst(customerId);
    }

    private WireResponse Get(RouteCall call)
    {
        var refund = state.Refunds.Get(call.Path("refund_id"));
        NoteRead(refund);
        return WireResponse.Json(RefundJson.Full(refund));
    }

    private WireResponse Create(RouteCall call)
    {
        var request = RefundRequest.Read(call.Body());
        var payment = state.Payments.Get(request.PaymentId);
        var items = RefundDecision.Decide(state, payment, request.Items);
        return WireResponse.Json(
            RefundJson.Full(_refunds.Start(payment, items, request.Reason, request.Metadata, state.Options.Settlement))
        );
    }

    private void NoteRead(Refund refund)
    {
        if (refund.Status is not RefundStatus.Pending || state.Options.Settlement.ProcessingReads is not { } limit)
            return;

        if (refund.PendingReads >= limit)
            _refunds.Settle(refund);
        else
            refund.PendingReads++;
    }
}
