namespace DodoUpsell;

/// <summary>
/// A call to Dodo Payments that did not give its result. Misuse of this SDK throws the exceptions of .NET instead.
/// </summary>
/// <remarks>
/// Catch <see cref="DodoApiException"/> for an answer that says no, <see cref="DodoUnknownOutcomeException"/> for a
/// charge that may have happened, <see cref="DodoTimeoutException"/> and <see cref="DodoConnectionException"/> for a
/// call that got no answer, <see cref="Webhooks.WebhookVerificationException"/> for a webhook that was refused. Texts
/// hold no keys, card data or e-mail addresses.
/// </remarks>
public abstract class DodoException : Exception
{
    private protected DodoException(string operation, string message, Exception? innerException = null)
        : base(message, innerException) => Operation = operation;

    /// <summary>
    /// Gets the call, as method and route: <c>POST /checkouts</c>. Without ids. For webhooks: <c>webhook delivery</c>.
    /// </summary>
    public string Operation { get; }

    /// <summary>
    /// Gets whether the same call may succeed later without a change, and repeating it cannot repeat a charge.
    /// </summary>
    public virtual bool IsTransient => false;
}
