using DodoUpsell.Charging;

namespace DodoUpsell.CrossSells;

/// <summary>A cart charged to a saved method through <c>POST /payments</c>, which wants an address; subscriptions go through a checkout session.</summary>
internal sealed class PaymentCharge(IDodoClient dodo, TimeProvider clock, CrossSellRequest request) : CartCharge(dodo, clock, request)
{
    private BillingAddress? _billing;

    // A payment's items have neither add-ons nor credits.
    private bool NeedsSession => IsRecurring || request.Items.Any(item => item is { Addons.Count: > 0 } or { CreditEntitlements.Count: > 0 });

    public override async Task<Preparation> PrepareAsync(CancellationToken cancellationToken)
    {
        var prepared = await base.PrepareAsync(cancellationToken).ConfigureAwait(false);
        if (prepared is not Preparation.Ready || NeedsSession) return prepared;
        _billing = request.BillingAddress ?? await LastBillingAddressAsync(cancellationToken).ConfigureAwait(false);
        if (_billing is not null) return prepared;
        return FallsBack
            ? new Preparation.CheckoutInstead(CheckoutReason.NoBillingAddress)
            : new Preparation.Refuse(new ChargeRefusal(ChargeRefusalReason.NoBillingAddress, default, "POST /payments needs an address to bill, and the customer has no payment that one could be taken from. Set BillingAddress (the country at least), or Route = CrossSellRoute.CheckoutSessions."));
    }

    public override async Task<string?> SendAsync(string paymentMethodId, Metadata tagged)
    {
        if (NeedsSession) return await base.SendAsync(paymentMethodId, tagged).ConfigureAwait(false);
        var payment = await Dodo.Payments.CreateAsync(
            new CreatePaymentRequest
            {
                ProductCart = request.Items.Select(item => new PaymentItem { ProductId = item.ProductId, Quantity = item.Quantity, Amount = item.Amount }).ToList(),
                Customer = CustomerReference.Existing(request.CustomerId),
                Billing = _billing!,
                BillingCurrency = request.BillingCurrency,
                DiscountCodes = request.DiscountCodes,
                PaymentMethodId = paymentMethodId,
                ReturnUrl = request.ReturnUrl,
                Metadata = tagged,
            },
            CancellationToken.None).ConfigureAwait(false);
        return payment.PaymentId;
    }

    // List rows carry no address; the newest payment that went through does.
    private async Task<BillingAddress?> LastBillingAddressAsync(CancellationToken cancellationToken)
    {
        PaymentListItem? last = null;
        await foreach (var row in Dodo.Payments.ListAsync(new() { CustomerId = request.CustomerId, Status = PaymentStatus.Succeeded, PageSize = 100 }, cancellationToken).ConfigureAwait(false))
        {
            if (last is null || row.CreatedAt > last.CreatedAt) last = row;
        }

        if (last is null) return null;
        var billing = (await Dodo.Payments.GetAsync(last.PaymentId, cancellationToken).ConfigureAwait(false)).Billing;
        return billing is { Country.Value.Length: > 0 } ? billing : null;
    }
}
