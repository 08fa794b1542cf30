using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Disputes;

/// <summary>A claim of a customer's bank for a payment, or for a part of it.</summary>
internal sealed class Dispute
{
    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required Payment Payment { get; init; }

    /// <summary>The disputed amount in minor units, tax included.</summary>
    public required int Amount { get; init; }

    /// <summary>The reason that the bank gave; null if it gave none.</summary>
    public string? Reason { get; init; }

    public string Status { get; set; } = DisputeStatus.Opened;

    /// <summary>The amounts per item that went back because the dispute was lost or accepted.</summary>
    public IReadOnlyDictionary<string, int> Returned { get; set; } =
        new Dictionary<string, int>(StringComparer.Ordinal);
}
