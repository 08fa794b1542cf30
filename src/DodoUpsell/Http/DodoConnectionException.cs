using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>
/// The exception that is thrown when no connection could be made, or it broke before the response was complete. This
/// call made no charge.
/// </summary>
public sealed class DodoConnectionException : DodoException
{
    internal DodoConnectionException(Operation operation, string message, Exception innerException)
        : base(operation.Call, message, innerException) { }

    /// <inheritdoc/>
    public override bool IsTransient => true;
}
