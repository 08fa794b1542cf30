namespace DodoUpsell.Offers;

/// <summary>How the charge of an accepted offer ended.</summary>
internal abstract record ChargeEnd
{
    private ChargeEnd() { }

    /// <summary>Something was sent, or may have been. The outcome depends on whether the offer is open again.</summary>
    public sealed record Known(Func<bool, OfferOutcome> Outcome) : ChargeEnd;

    /// <summary>It is certain that nothing was sent.</summary>
    public sealed record Nothing(NothingSent Why, string? Explanation = null) : ChargeEnd;
}

/// <summary>Specifies why nothing was sent.</summary>
internal enum NothingSent
{
    /// <summary>It could not be sent now, and can be accepted again.</summary>
    ForNow,

    /// <summary>What was disclosed does not hold any more.</summary>
    Changed,

    /// <summary>It will be refused whenever it is accepted.</summary>
    RefusedForGood,
}
