namespace DodoUpsell.Withdrawals;

/// <summary>Finds the refund of a withdrawal among those of its payment.</summary>
internal sealed class RefundSearch(WithdrawalEngine engine)
{
    /// <summary>
    /// Returns the refund whose metadata names the withdrawal, or null if there is none. A refund that the seller made is
    /// not counted, whatever its amount.
    /// </summary>
    public async Task<Refund?> FindAsync(string withdrawalId, Payment payment, CancellationToken cancellationToken)
    {
        Refund? failed = null;
        foreach (var row in payment.Refunds)
        {
            // A payment's list of refunds has no metadata.
            var refund = await engine.Dodo.Refunds.GetAsync(row.RefundId, cancellationToken).ConfigureAwait(false);
            if (!IsOf(withdrawalId, refund) || !IsSame(refund.PaymentId, payment.PaymentId))
                continue;
            if (refund.Status != RefundStatus.Failed)
                return refund;
            failed = refund;
        }

        return failed;
    }

    /// <summary>Returns the id of the withdrawal that a refund belongs to, or null if there is none.</summary>
    public static string? WithdrawalOf(Refund refund) =>
        refund.Metadata.TryGetValue(WithdrawalRefund.MetadataKey, out var value) ? value.AsString() : null;

    private static bool IsOf(string withdrawalId, Refund refund) =>
        WithdrawalOf(refund) is { } named && IsSame(named, withdrawalId);

    private static bool IsSame(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
