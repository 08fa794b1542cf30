namespace DodoUpsell;

/// <summary>Represents why each rule is or is not offered to a subject.</summary>
public sealed record OfferExplanation
{
    /// <summary>Gets the subject with all its customers.</summary>
    public required OfferSubject Subject { get; init; }

    /// <summary>Gets the id of the rule that would be offered, or null if there is none.</summary>
    public string? OfferedRuleId { get; init; }

    /// <summary>Gets the reason why no rule is offered at all, or null if the rules decide.</summary>
    public NoOfferReason? NoOffer { get; init; }

    /// <summary>
    /// Gets the reasons of every rule of the catalogue except the offered one, in the order in which they are tried.
    /// </summary>
    public required IReadOnlyList<OfferRuleReasons> Rules { get; init; }

    /// <summary>Gets the rules that paused themselves, with the reason.</summary>
    public required IReadOnlyList<OfferPause> Pauses { get; init; }

    /// <summary>Gets the variants that the subject is assigned to.</summary>
    public required IReadOnlyList<OfferAssignment> Assignments { get; init; }

    /// <summary>Gets the offers that were made to the subject, the newest first.</summary>
    public required IReadOnlyList<OfferRecord> Offers { get; init; }

    /// <summary>Returns the offered rule only.</summary>
    public override string ToString() => $"{nameof(OfferExplanation)} ({OfferedRuleId ?? "no offer"})";
}
