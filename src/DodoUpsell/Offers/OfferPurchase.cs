using System.Globalization;

namespace DodoUpsell;

/// <summary>Represents the purchase after which an offer is looked for.</summary>
public sealed record OfferPurchase
{
    /// <summary>
    /// Gets the id of the payment, <c>pay_…</c>. The payment is read from the API, so an id from a return URL is
    /// enough.
    /// </summary>
    public required string PaymentId { get; init; }

    /// <summary>
    /// Gets the subject that your app has authenticated, or null for the customer of the payment. If it is set, the
    /// payment must belong to it.
    /// </summary>
    public SubjectIds? Subject { get; init; }

    /// <summary>
    /// Gets the culture of the disclosure, or null for <see cref="CultureInfo.CurrentUICulture"/>.
    /// </summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(OfferPurchase);
}
