namespace DodoUpsell;

/// <summary>
/// The base class of exceptions for failed calls to Dodo Payments. Incorrect use of the SDK throws the standard .NET
/// exceptions instead.
/// </summary>
/// <remarks>
/// Catch <see cref="DodoApiException"/> for error responses, <see cref="DodoUnknownOutcomeException"/> for charges that
/// may have happened, <see cref="DodoTimeoutException"/> and <see cref="DodoConnectionException"/> for calls without a
/// response, and <see cref="Webhooks.WebhookVerificationException"/> for rejected webhooks. Messages contain no keys,
/// card data or e-mail addresses.
/// </remarks>
public abstract class DodoException : Exception
{
    private protected DodoException(string operation, string message, Exception? innerException = null)
        : base(message, innerException) => Operation = operation;

    /// <summary>
    /// Gets the operation as method and route without ids, such as <c>POST /checkouts</c>. For webhooks: <c>webhook
    /// delivery</c>.
    /// </summary>
    public string Operation { get; }

    /// <summary>
    /// Gets whether the same call may succeed later without a change, and repeating it cannot repeat a charge.
    /// </summary>
    public virtual bool IsTransient => false;
}
