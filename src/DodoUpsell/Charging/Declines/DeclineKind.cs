namespace DodoUpsell;

/// <summary>Specifies whether a declined payment method may be charged again.</summary>
public enum DeclineKind
{
    /// <summary>Another charge may succeed. Try at most once more, later, and not in bursts.</summary>
    Soft,

    /// <summary>Another charge will not succeed. Never charge the same payment method again for this offer.</summary>
    Hard,
}
