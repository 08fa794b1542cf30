namespace DodoUpsell.Webhooks;

/// <summary>
/// The exception that is thrown when the lease has expired and another worker has taken the delivery. That worker
/// records the result.
/// </summary>
internal sealed class LeaseLostException() : Exception("Another worker has taken the delivery.");
