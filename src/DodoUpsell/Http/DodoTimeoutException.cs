using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>
/// The exception that is thrown when a time limit of this client expires before the response is complete. If you cancel
/// a call yourself, an <see cref="OperationCanceledException"/> is thrown instead.
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

    /// <summary>Gets the time limit that expired.</summary>
    public TimeSpan Timeout { get; }

    /// <inheritdoc/>
    public override bool IsTransient => true;
}
