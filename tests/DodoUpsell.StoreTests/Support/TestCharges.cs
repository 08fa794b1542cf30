namespace DodoUpsell.StoreTests.Support;

/// <summary>Shortcuts for the ledger's methods in the test environment, which most tests use.</summary>
internal static class TestCharges
{
    public static Task<ChargeRecord?> FindAsync(
        this IChargeLedger ledger,
        ChargeKey key,
        CancellationToken cancellationToken = default
    ) => ledger.FindAsync(DodoEnvironment.Test, key, cancellationToken);

    public static Task<IReadOnlyList<ChargeRecord>> LeaseDueAsync(
        this IChargeLedger ledger,
        DateTimeOffset now,
        DateTimeOffset until,
        int maxCount,
        CancellationToken cancellationToken = default
    ) => ledger.LeaseDueAsync(DodoEnvironment.Test, now, until, maxCount, cancellationToken);

    public static Task<IReadOnlyList<ChargeRecord>> ListAsync(
        this IChargeLedger ledger,
        ChargeState state,
        int maxCount = 100,
        CancellationToken cancellationToken = default
    ) => ledger.ListAsync(DodoEnvironment.Test, state, maxCount, cancellationToken);

    public static Task<int> PruneAsync(
        this IChargeLedger ledger,
        DateTimeOffset settledBefore,
        CancellationToken cancellationToken = default
    ) => ledger.PruneAsync(DodoEnvironment.Test, settledBefore, cancellationToken);

    /// <summary>Returns a settlement of the given record.</summary>
    public static ChargeSettlement Settlement(this ChargeRecord record, string id, DateTimeOffset? occurredAt = null) =>
        new()
        {
            Id = id,
            Kind = ChargeSettlementKind.Outcome,
            Charge = record,
            OccurredAt = occurredAt ?? record.ClaimedAt,
        };
}
