using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>
/// No connection could be made, or it broke before the answer was complete. No charge was made by this call.
/// </summary>
public sealed class DodoConnectionException : DodoException
{
    internal DodoConnectionException(Operation operation, string message, Exception innerException)
        : base(operation.Call, message, innerException) { }

    /// <inheritdoc/>
    public override bool IsTransient => true;
}
