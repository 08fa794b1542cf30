using DodoUpsell;

namespace Samples;

/// <summary>The content of the file.</summary>
internal sealed record LedgerState(
    List<ChargeRecord> Records,
    List<SubscriptionLock> Locks,
    List<SettlementDelivery> Settlements
)
{
    public static LedgerState Empty => new([], [], []);

    public bool IsWhole => !Records.Contains(null!) && !Locks.Contains(null!) && !Settlements.Contains(null!);
}
