namespace DodoUpsell;

/// <summary>Whether a declined method may be charged again.</summary>
public enum DeclineKind
{
    /// <summary>It may pass another time: one more try at most, later, and not in bursts.</summary>
    Soft,

    /// <summary>It will not pass: never charge the same method again for this offer.</summary>
    Hard,
}
