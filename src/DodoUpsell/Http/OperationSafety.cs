namespace DodoUpsell;

/// <summary>
/// Specifies how often an operation may be sent. It determines the retries, independently of the HTTP method.
/// </summary>
public enum OperationSafety
{
    /// <summary>
    /// The operation changes nothing. It is sent again after connection errors, timeouts, 408, 429 and 5xx, within the
    /// total timeout.
    /// </summary>
    Read,

    /// <summary>
    /// The operation changes something, but sending it twice has the same effect as once. It is sent again like a read.
    /// </summary>
    Repeatable,

    /// <summary>
    /// The operation moves money or creates something, and a second request would do so again. It is sent again only if
    /// the first request provably was not executed; otherwise a <see cref="DodoUnknownOutcomeException"/> is thrown.
    /// </summary>
    Charge,
}
