namespace DodoUpsell;

/// <summary>
/// Represents what the customer must be shown before accepting an offer: what is charged now and later, and the words
/// on the button. An offer can only be accepted with the id of its current disclosure.
/// </summary>
/// <remarks>All amounts come from the API's preview of the request that accepting sends.</remarks>
public sealed record OfferDisclosure
{
    /// <summary>Gets the id of the disclosure. It changes if anything that is shown changes.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name of the culture of the texts, such as <c>en</c> or <c>de-DE</c>.</summary>
    public required string Culture { get; init; }

    /// <summary>Gets the lines to show, in order, with their texts and amounts in the culture.</summary>
    public required IReadOnlyList<OfferLine> Lines { get; init; }

    /// <summary>Gets the amount that is charged now, including tax. Show it directly above the button.</summary>
    public required Money DueNow { get; init; }

    /// <summary>Gets the tax in <see cref="DueNow"/>, or null if there is none or the seller owes it.</summary>
    public Money? Tax { get; init; }

    /// <summary>Gets the amount that the discounts take off, or null if there is none.</summary>
    public Money? Discount { get; init; }

    /// <summary>Gets what is charged later and when, or null if nothing recurs.</summary>
    public OfferRecurrence? Recurrence { get; init; }

    /// <summary>
    /// Gets the difference between the price of each renewal after and before a plan change, or null for other offers
    /// and for plans with another billing interval.
    /// </summary>
    public Money? DifferenceToPlan { get; init; }

    /// <summary>
    /// Gets the credit that a plan change grants for later renewals, or null if there is none.
    /// </summary>
    public Money? CreditGranted { get; init; }

    /// <summary>
    /// Gets the label of the payment method that is charged, such as <c>Visa •••• 4242</c>, or null if the customer
    /// pays on a page. Show it beside the button.
    /// </summary>
    public string? PaymentMethodLabel { get; init; }

    /// <summary>Gets the time until which the offer can be accepted, in UTC.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Gets the URL of the seller's terms, or null if none is configured.</summary>
    public string? TermsUrl { get; init; }

    /// <summary>Gets the words on the button that accepts. They are the statutory ones of the culture.</summary>
    public required string AcceptText { get; init; }

    /// <summary>Gets the words on the button that declines.</summary>
    public required string DeclineText { get; init; }

    /// <summary>Returns the id only.</summary>
    public override string ToString() => $"{nameof(OfferDisclosure)} ({Id})";
}

/// <summary>Represents one line of a disclosure.</summary>
/// <param name="Kind">The kind of the line.</param>
/// <param name="Text">The text, with names and amounts in the culture of the disclosure.</param>
/// <param name="Amount">The amount of the line, or null if it has none.</param>
public sealed record OfferLine(OfferLineKind Kind, string Text, Money? Amount = null)
{
    /// <summary>Returns the kind only.</summary>
    public override string ToString() => $"{nameof(OfferLine)} ({Kind})";
}

/// <summary>Specifies the kind of a line of a disclosure.</summary>
public enum OfferLineKind
{
    /// <summary>A product, plan or add-on with its price.</summary>
    Item = 0,

    /// <summary>A discount.</summary>
    Discount = 1,

    /// <summary>The tax.</summary>
    Tax = 2,

    /// <summary>Credit that is used or granted.</summary>
    Credit = 3,

    /// <summary>The amount that is charged now.</summary>
    Total = 4,

    /// <summary>What is charged later and when.</summary>
    Recurrence = 5,

    /// <summary>A trial.</summary>
    Trial = 6,

    /// <summary>The difference to the current plan.</summary>
    Difference = 7,

    /// <summary>The payment method.</summary>
    PaymentMethod = 8,

    /// <summary>A discount or discount code that ends with the change.</summary>
    Loss = 9,
}

/// <summary>Represents what an offer charges after now.</summary>
public sealed record OfferRecurrence
{
    /// <summary>Gets the amount of each renewal as the API previews it.</summary>
    public required Money Amount { get; init; }

    /// <summary>Gets whether <see cref="Amount"/> includes tax.</summary>
    public bool TaxIncluded { get; init; }

    /// <summary>Gets the number of <see cref="Interval"/> units between renewals.</summary>
    public required int IntervalCount { get; init; }

    /// <summary>Gets the unit of <see cref="IntervalCount"/>.</summary>
    public required TimeInterval Interval { get; init; }

    /// <summary>Gets the date of the next renewal, in UTC, or null if it is not known.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>Gets the length of the trial in days, or null if there is none.</summary>
    public int? TrialDays { get; init; }
}
