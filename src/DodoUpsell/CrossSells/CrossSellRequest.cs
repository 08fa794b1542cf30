namespace DodoUpsell;

/// <summary>A related product for an existing customer, charged with one click.</summary>
public sealed record CrossSellRequest : OneClickRequest
{
    /// <summary>Gets how the charge is made.</summary>
    /// <value>Default: <see cref="CrossSellRoute.Payments"/>. Subscription products, and items with add-ons or credits,
    /// always take <see cref="CrossSellRoute.CheckoutSessions"/>, the only route that sells them.</value>
    public CrossSellRoute Route { get; init; }
}

/// <summary>Which operation of the API charges a cross-sell.</summary>
public enum CrossSellRoute
{
    /// <summary>
    /// <c>POST /payments</c>. It needs an address to bill: the one given, or else that of the customer's last payment.
    /// Deprecated by the API, and still served.
    /// </summary>
    Payments = 0,

    /// <summary><c>POST /checkouts</c>, as upsells do.</summary>
    CheckoutSessions = 1,
}
