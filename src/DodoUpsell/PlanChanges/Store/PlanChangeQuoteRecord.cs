namespace DodoUpsell;

/// <summary>Represents a stored quote of a plan change. Times are in UTC.</summary>
public sealed record PlanChangeQuoteRecord
{
    /// <summary>Gets the environment (test or live).</summary>
    public required DodoEnvironment Environment { get; init; }

    /// <summary>Gets the id of the quote, as in <see cref="PlanChangeQuote.Id"/>.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of the subject who asked for the quote, as in <see cref="OfferSubject.Id"/>.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Gets the id of the customer who owns the subscription.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Gets the quote as JSON: <see cref="PlanChangeQuote.ToJson"/>.</summary>
    public required string Quote { get; init; }

    /// <summary>Gets the time at which the quote was stored.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Gets the time at which the record may be removed.</summary>
    public required DateTimeOffset KeptUntil { get; init; }

    /// <summary>Gets the time at which the quote was last confirmed, or null if it was not.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Returns the id only.</summary>
    public override string ToString() => $"{nameof(PlanChangeQuoteRecord)} ({Id})";
}
