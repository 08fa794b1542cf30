namespace DodoUpsell;

/// <summary>How often an operation may be sent. Retries follow from it, not from the HTTP method alone.</summary>
public enum OperationSafety
{
    /// <summary>
    /// Changes nothing. Sent again on connection errors, timeouts, 408, 429 and 5xx, within the total timeout.
    /// </summary>
    Read,

    /// <summary>Changes something, but twice has the effect of once. Sent again as a read is.</summary>
    Repeatable,

    /// <summary>
    /// Moves money or creates something, and a second request does so again. Sent again only when the first was
    /// provably not executed; otherwise its result is a <see cref="DodoUnknownOutcomeException"/>.
    /// </summary>
    Charge,
}
