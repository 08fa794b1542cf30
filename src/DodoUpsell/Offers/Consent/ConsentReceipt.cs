namespace DodoUpsell;

/// <summary>
/// Represents the proof that a customer accepted an offer: one for each offer whose charge was made. Receipts are only
/// appended, and each contains the hash of the one before it.
/// </summary>
public sealed record ConsentReceipt
{
    /// <summary>Gets the environment (test or live).</summary>
    public required DodoEnvironment Environment { get; init; }

    /// <summary>Gets the position in the chain, from 1.</summary>
    public required long Number { get; init; }

    /// <summary>Gets the id of the offer.</summary>
    public required string OfferId { get; init; }

    /// <summary>Gets the content as JSON, exactly as it was hashed, or null if it was erased.</summary>
    public string? Json { get; init; }

    /// <summary>Gets the SHA-256 hash of <see cref="Json"/>, in hexadecimal. It stays when the content is erased.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Gets the hash of the receipt before this one, or 64 zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>
    /// Gets the SHA-256 hash, in hexadecimal, of the environment, the number, the offer's id, the content's hash and
    /// the previous hash.
    /// </summary>
    public required string Hash { get; init; }

    /// <summary>Gets the time at which the content was erased, in UTC, or null if it was not.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Returns the number only.</summary>
    public override string ToString() => $"{nameof(ConsentReceipt)} ({Number})";
}

/// <summary>Represents the content of a consent receipt.</summary>
public sealed record ConsentReceiptContent
{
    /// <summary>Gets the id of the offer.</summary>
    public required string OfferId { get; init; }

    /// <summary>Gets the content as JSON.</summary>
    public required string Json { get; init; }

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(ConsentReceiptContent);

    internal void RequireOffer(OfferRecord offer)
    {
        if (!string.Equals(OfferId, offer.Id, StringComparison.Ordinal))
            throw new ArgumentException("The receipt belongs to a different offer than the changed record.", "receipt");
    }
}
