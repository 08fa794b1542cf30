using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Disputes;

/// <summary>A claim of a customer's bank about a payment, or about a part of it.</summary>
internal sealed class Dispute
{
    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required Payment Payment { get; init; }

    /// <summary>Gets the disputed amount in minor units, including tax.</summary>
    public required int Amount { get; init; }

    /// <summary>Gets the reason that the bank stated, or null for none.</summary>
    public string? Reason { get; init; }

    public string Status { get; set; } = DisputeStatus.Opened;

    /// <summary>
    /// Gets or sets the amounts per item that were returned because the dispute was lost or accepted.
    /// </summary>
    public IReadOnlyDictionary<string, int> Returned { get; set; } =
        new Dictionary<string, int>(StringComparer.Ordinal);
}
