using DodoUpsell.Charging;

namespace DodoUpsell.CrossSells;

/// <summary>
/// A cart charged to a saved method through <c>POST /payments</c>, which wants an address; subscriptions go through a
/// checkout session.
/// </summary>
internal sealed class PaymentCharge(IDodoClient dodo, TimeProvider clock, CrossSellRequest request)
    : CartCharge(dodo, clock, request)
{
    // An older address is hardly the one to bill, and a long history is not read on the way to a charge.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(90);

    private readonly TimeProvider _clock = clock;
    private BillingAddress? _billing = request.BillingAddress;

    // A payment's items have neither add-ons nor credits.
    private bool NeedsSession =>
        IsRecurring || request.Items.Any(item => item is { Addons.Count: > 0 } or { CreditEntitlements.Count: > 0 });

    public override async Task<ChargeAnswer> SendAsync(string? paymentMethodId, Metadata tagged)
    {
        if (NeedsSession)
            return await base.SendAsync(paymentMethodId, tagged).ConfigureAwait(false);
        var payment = await Dodo
            .Payments.CreateAsync(
                new CreatePaymentRequest
                {
                    ProductCart = request
                        .Items.Select(item => new PaymentItem
                        {
                            ProductId = item.ProductId,
                            Quantity = item.Quantity,
                            Amount = item.Amount,
                        })
                        .ToList(),
                    Customer = CustomerReference.Existing(request.CustomerId),
                    Billing = _billing!,
                    BillingCurrency = request.BillingCurrency,
                    DiscountCodes = request.DiscountCodes,
                    PaymentMethodId = paymentMethodId,
                    ReturnUrl = request.ReturnUrl,
                    Metadata = tagged,
                },
                CancellationToken.None
            )
            .ConfigureAwait(false);
        return new(payment.PaymentId, payment.PaymentLink);
    }

    // What is previewed is billed to the same address as what is sent.
    protected override CreateCheckoutSessionRequest Cart(Metadata? metadata) =>
        base.Cart(metadata) with
        {
            BillingAddress = _billing,
        };

    protected override async Task<Preparation?> AddressAsync(CancellationToken cancellationToken)
    {
        if (NeedsSession)
            return null;
        _billing ??= await LastBillingAddressAsync(cancellationToken).ConfigureAwait(false);
        if (_billing is not null)
            return null;
        return FallsBack
            ? new Preparation.CheckoutInstead(CheckoutReason.NoBillingAddress)
            : new Preparation.Refuse(
                new ChargeRefusal(
                    ChargeRefusalReason.NoBillingAddress,
                    default,
                    "POST /payments needs an address to bill, and the customer has no payment that one could be "
                        + "taken from. Set BillingAddress (the country at least), or Route = "
                        + "CrossSellRoute.CheckoutSessions."
                )
            );
    }

    // List rows carry no address; the newest payment that went through does.
    private async Task<BillingAddress?> LastBillingAddressAsync(CancellationToken cancellationToken)
    {
        var newest =
            await NewestPaymentAsync(_clock.GetUtcNow() - Recent, cancellationToken).ConfigureAwait(false)
            ?? await NewestPaymentAsync(createdFrom: null, cancellationToken).ConfigureAwait(false);
        if (newest is null)
            return null;
        var billing = (await Dodo.Payments.GetAsync(newest.PaymentId, cancellationToken).ConfigureAwait(false)).Billing;
        return billing is { Country.Value.Length: > 0 } ? billing : null;
    }

    // One page: its order is not documented, so that of a longer list it is one of many addresses that were billed.
    private async Task<PaymentListItem?> NewestPaymentAsync(
        DateTimeOffset? createdFrom,
        CancellationToken cancellationToken
    )
    {
        var list = new ListPaymentsRequest
        {
            CustomerId = request.CustomerId,
            Status = PaymentStatus.Succeeded,
            CreatedFrom = createdFrom,
            PageSize = 100,
        };
        await foreach (var page in Dodo.Payments.ListAsync(list, cancellationToken).AsPages().ConfigureAwait(false))
            return page.Items.MaxBy(row => row.CreatedAt);
        return null;
    }
}
