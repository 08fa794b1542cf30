using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>
/// This client's time ran out before the answer was complete. Cancelling a call yourself is an
/// <see cref="OperationCanceledException"/> instead.
/// </summary>
public sealed class DodoTimeoutException : DodoException
{
    internal DodoTimeoutException(
        Operation operation,
        TimeSpan timeout,
        string message,
        Exception? innerException = null
    )
        : base(operation.Call, message, innerException) => Timeout = timeout;

    /// <summary>Gets the limit that ran out.</summary>
    public TimeSpan Timeout { get; }

    /// <inheritdoc/>
    public override bool IsTransient => true;
}
