namespace DodoUpsell;

/// <summary>
/// Decides whether a subject belongs to a named audience. Register implementations with <c>AddOfferAudience</c>.
/// </summary>
/// <remarks>
/// It is asked only if a rule names it, in parallel with the other lookups, and within the deadline of the decision. If
/// it throws, rules that name it are not offered.
/// </remarks>
public interface IOfferAudience
{
    /// <summary>Gets the name that <see cref="OfferTrigger.Audiences"/> refers to.</summary>
    string Name { get; }

    /// <summary>Returns whether the subject belongs to the audience.</summary>
    /// <param name="context">The subject, the placement and the purchase.</param>
    /// <param name="cancellationToken">A token that is cancelled at the deadline of the decision.</param>
    ValueTask<bool> ContainsAsync(OfferAudienceContext context, CancellationToken cancellationToken = default);
}

/// <summary>Describes the subject for whom an offer is looked for.</summary>
public sealed record OfferAudienceContext
{
    /// <summary>Gets the subject with all its customers.</summary>
    public required OfferSubject Subject { get; init; }

    /// <summary>Gets the placement.</summary>
    public required string Placement { get; init; }

    /// <summary>Gets the purchase, or null if there is none.</summary>
    public Payment? Purchase { get; init; }

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(OfferAudienceContext);
}
