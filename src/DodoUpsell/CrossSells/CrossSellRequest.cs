namespace DodoUpsell;

/// <summary>Represents a request to charge an existing customer for a related product with one click.</summary>
public sealed record CrossSellRequest : OneClickRequest
{
    /// <summary>Gets the API operation that makes the charge.</summary>
    /// <value>The default is <see cref="CrossSellRoute.Payments"/>. Subscription products, and items with add-ons or
    /// credits, always use <see cref="CrossSellRoute.CheckoutSessions"/>, the only route that supports them.</value>
    public CrossSellRoute Route { get; init; }
}

/// <summary>Specifies the API operation that charges a cross-sell.</summary>
public enum CrossSellRoute
{
    /// <summary>
    /// <c>POST /payments</c>. Requires a billing address: the one in the request, or else that of the customer's last
    /// payment. Deprecated by the API, but still supported.
    /// </summary>
    Payments = 0,

    /// <summary><c>POST /checkouts</c>, the route that upsells use.</summary>
    CheckoutSessions = 1,
}
