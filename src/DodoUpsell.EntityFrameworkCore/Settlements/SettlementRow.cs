using DodoUpsell.EntityFrameworkCore.Leases;

namespace DodoUpsell.EntityFrameworkCore.Settlements;

/// <summary>
/// A row of <c>dodo_settlements</c>: one settlement. Its subject is the charge key. Times are in UTC.
/// </summary>
internal sealed class SettlementRow : LeasedRow
{
    public required DodoEnvironment Environment { get; init; }

    public ChargeSettlementKind Kind { get; init; }

    /// <summary>
    /// Gets the payment that counted for the key. The SDK does not read it; it is for people who read the table.
    /// </summary>
    public string? PaymentId { get; init; }

    public long? Amount { get; init; }

    public string? Currency { get; init; }

    public string? SourceId { get; init; }

    /// <summary>
    /// Gets the charge at the time of the settlement, as JSON, because the charge's own row changes and is pruned.
    /// </summary>
    public required string Charge { get; init; }
}
