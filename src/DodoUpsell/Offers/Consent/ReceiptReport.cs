namespace DodoUpsell;

/// <summary>Represents the last receipt of the chain at some time. Keep it where the database's administrator cannot write.</summary>
/// <param name="Number">The number of the receipt, or 0 if there was none.</param>
/// <param name="Hash">The hash of the receipt.</param>
public sealed record ReceiptHead(long Number, string Hash)
{
    /// <summary>Returns the number only.</summary>
    public override string ToString() => $"{nameof(ReceiptHead)} ({Number})";
}

/// <summary>Represents the result of verifying the consent receipts.</summary>
public sealed record ReceiptReport
{
    /// <summary>The maximum number of faults in a report: 100.</summary>
    public const int MaxFaults = 100;

    /// <summary>Gets whether nothing was found.</summary>
    public bool IsIntact => Faults.Count == 0;

    /// <summary>Gets the number of receipts.</summary>
    public long Count { get; init; }

    /// <summary>Gets the number of receipts whose content was erased on request. Their hashes are still verified.</summary>
    public long Erased { get; init; }

    /// <summary>Gets the last receipt.</summary>
    public required ReceiptHead Head { get; init; }

    /// <summary>Gets the first <see cref="MaxFaults"/> faults, in the order of the chain.</summary>
    public IReadOnlyList<ReceiptFault> Faults
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Returns the number of receipts and of faults only.</summary>
    public override string ToString() => $"{nameof(ReceiptReport)} ({Count} receipts, {Faults.Count} faults)";
}

/// <summary>Represents one fault that was found in the consent receipts.</summary>
/// <param name="Kind">The kind of the fault.</param>
/// <param name="Number">The number of the receipt, or null if there is no receipt.</param>
/// <param name="OfferId">The id of the offer, or null if it is not known.</param>
public sealed record ReceiptFault(ReceiptFaultKind Kind, long? Number, string? OfferId)
{
    /// <summary>Returns the kind and the number only.</summary>
    public override string ToString() => $"{nameof(ReceiptFault)} ({Kind}, {Number})";
}

/// <summary>Specifies what is wrong with a consent receipt.</summary>
public enum ReceiptFaultKind
{
    /// <summary>The content was changed: it does not have its hash.</summary>
    ContentChanged = 0,

    /// <summary>The content is missing, and it was not erased on request.</summary>
    ContentMissing = 1,

    /// <summary>The environment, number, offer or a hash was changed: the receipt does not have its hash.</summary>
    ReceiptChanged = 2,

    /// <summary>The receipt does not follow the one before it: one of them was replaced or moved.</summary>
    WrongOrder = 3,

    /// <summary>One or several receipts before this one are missing.</summary>
    Gap = 4,

    /// <summary>The receipt is not the one of the known head: the chain was written anew.</summary>
    OtherThanKnown = 5,

    /// <summary>The chain ends before the known head: the newest receipts were removed.</summary>
    Truncated = 6,

    /// <summary>The ledger has no charge for the receipt.</summary>
    WithoutCharge = 7,

    /// <summary>An accepted offer has no receipt.</summary>
    WithoutReceipt = 8,
}
