using DodoUpsell.Charging;

namespace DodoUpsell.CrossSells;

/// <summary>
/// Charges a cart to a saved payment method through <c>POST /payments</c>, which requires a billing address.
/// Subscriptions use a checkout session.
/// </summary>
internal sealed class PaymentCharge(IDodoClient dodo, TimeProvider clock, CrossSellRequest request)
    : CartCharge(dodo, clock, request)
{
    // An older address is probably outdated, and reading a long history would delay the charge.
    private static readonly TimeSpan Recent = TimeSpan.FromDays(90);

    private readonly TimeProvider _clock = clock;
    private BillingAddress? _billing = request.BillingAddress;

    // Items of <c>POST /payments</c> have neither add-ons nor credits.
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

    // The preview uses the same billing address as the charge.
    protected override CreateCheckoutSessionRequest Cart(Metadata? metadata) =>
        base.Cart(metadata) with
        {
            BillingAddress = _billing,
        };

    protected override bool HasAddress => _billing is not null || NeedsSession;

    protected override Task<BillingAddress?> ReadAddressAsync(CancellationToken cancellationToken) =>
        HasAddress ? Task.FromResult(_billing) : LastBillingAddressAsync(cancellationToken);

    protected override Preparation? Without(BillingAddress? found)
    {
        if (NeedsSession)
            return null;
        _billing = found;
        if (_billing is not null)
            return null;
        return FallsBack
            ? new Preparation.CheckoutInstead(CheckoutReason.NoBillingAddress)
            : new Preparation.Refuse(
                new ChargeRefusal(
                    ChargeRefusalReason.NoBillingAddress,
                    default,
                    "POST /payments requires a billing address, and the customer has no payment that one could be "
                        + "taken from. Set BillingAddress (the country at least), or Route = "
                        + "CrossSellRoute.CheckoutSessions."
                )
            );
    }

    // List items do not contain an address, so the newest successful payment is read.
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

    // Reads one page only. The order of the list is not documented, so for a longer list the result may be any address
    // that was billed before.
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
