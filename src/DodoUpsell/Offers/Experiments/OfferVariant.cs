namespace DodoUpsell;

/// <summary>One variant of an <see cref="OfferExperiment"/>.</summary>
public sealed record OfferVariant
{
    /// <summary>Gets the name, 1 to 100 characters. It is stored with each assignment.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Gets the weight: the share of new subjects is this number divided by the sum of all weights. A variant of weight
    /// 0 gets no new subjects.
    /// </summary>
    /// <value>The default is 1.</value>
    public int Weight { get; init; } = 1;

    /// <summary>
    /// Gets whether the subjects of this variant are shown nothing. The decision runs completely, and the subject is
    /// counted at the moment at which the offer would have been shown.
    /// </summary>
    public bool IsHoldout { get; init; }

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(OfferVariant);

    internal void Validate(string path)
    {
        OfferExperiment.CheckName(Name, nameof(Name), path);
        Check.AtLeast<int>(Weight, 0, nameof(Weight), path);
    }
}
