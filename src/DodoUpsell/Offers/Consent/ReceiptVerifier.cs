namespace DodoUpsell.Offers;

/// <summary>Verifies the chain of receipts one by one. It keeps the ids of the offers that have one.</summary>
internal sealed class ReceiptVerifier(DodoEnvironment environment, ReceiptHead? knownHead)
{
    private readonly List<ReceiptFault> _faults = [];
    private readonly HashSet<string> _offers = new(StringComparer.Ordinal);
    private long _count;
    private long _erased;
    private ReceiptHead _head = new(0, ReceiptChain.Start);

    /// <summary>Verifies the next receipt. After a fault, the chain is followed from the faulty receipt on.</summary>
    public void Add(ConsentReceipt receipt)
    {
        _count++;
        if (receipt is { Json: null, ErasedAt: not null })
            _erased++;
        _offers.Add(receipt.OfferId);
        if (FaultOf(receipt) is { } fault)
            Fault(fault, receipt.Number, receipt.OfferId);
        _head = new(receipt.Number, receipt.Hash);
    }

    public bool Has(string offerId) => _offers.Contains(offerId);

    public void Fault(ReceiptFaultKind kind, long? number, string? offerId)
    {
        if (_faults.Count < ReceiptReport.MaxFaults)
            _faults.Add(new(kind, number, offerId));
    }

    public void EndOfChain()
    {
        if (knownHead is { } known && _head.Number < known.Number)
            Fault(ReceiptFaultKind.Truncated, known.Number, offerId: null);
    }

    public ReceiptReport ToReport() =>
        new()
        {
            Count = _count,
            Erased = _erased,
            Head = _head,
            Faults = _faults,
        };

    private ReceiptFaultKind? FaultOf(ConsentReceipt receipt)
    {
        if (receipt.Number > _head.Number + 1)
            return ReceiptFaultKind.Gap;
        if (receipt.Number != _head.Number + 1 || !Same(receipt.PreviousHash, _head.Hash))
            return ReceiptFaultKind.WrongOrder;
        if (!Same(receipt.Hash, HashOf(receipt)))
            return ReceiptFaultKind.ReceiptChanged;
        if (receipt.Json is null && receipt.ErasedAt is null)
            return ReceiptFaultKind.ContentMissing;
        if (receipt.Json is { } json && !Same(receipt.ContentHash, ReceiptChain.Sha256(json)))
            return ReceiptFaultKind.ContentChanged;
        return knownHead is { } known && receipt.Number == known.Number && !Same(receipt.Hash, known.Hash)
            ? ReceiptFaultKind.OtherThanKnown
            : null;
    }

    private string HashOf(ConsentReceipt receipt) =>
        receipt.Environment == environment
            ? ReceiptChain.HashOf(
                receipt.Environment,
                receipt.Number,
                receipt.OfferId,
                receipt.ContentHash,
                receipt.PreviousHash
            )
            : "";

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);
}
