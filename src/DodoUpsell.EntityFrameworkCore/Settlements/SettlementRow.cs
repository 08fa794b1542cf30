using DodoUpsell.EntityFrameworkCore.Leases;

namespace DodoUpsell.EntityFrameworkCore.Settlements;

/// <summary>
/// One settlement, as a row of <c>dodo_settlements</c>. Its subject is the charge key. Times are UTC.
/// </summary>
internal sealed class SettlementRow : LeasedRow
{
    public required DodoEnvironment Environment { get; init; }

    public ChargeSettlementKind Kind { get; init; }

    /// <summary>The payment that counted for the key, for those who read the table.</summary>
    public string? PaymentId { get; init; }

    public long? Amount { get; init; }

    public string? Currency { get; init; }

    public string? SourceId { get; init; }

    /// <summary>The charge as it was then, as JSON: the charge's own row changes, and is pruned.</summary>
    public required string Charge { get; init; }
}
