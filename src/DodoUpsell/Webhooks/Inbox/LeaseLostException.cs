namespace DodoUpsell.Webhooks;

/// <summary>The lease ended and another worker has the delivery: whatever comes now is that worker's.</summary>
internal sealed class LeaseLostException() : Exception("Another worker has taken the delivery.");
