using DodoUpsell.EntityFrameworkCore.Contexts;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>A row of <c>dodo_consent_receipts</c>: one receipt of the chain.</summary>
internal sealed class ReceiptRow : OwnedRow
{
    public long Number { get; init; }

    public required string OfferId { get; init; }

    /// <summary>
    /// Gets the subject, so that the content can be erased after the offer was pruned. Null after it was erased.
    /// </summary>
    public string? SubjectId { get; init; }

    public string? Json { get; init; }

    public required string ContentHash { get; init; }

    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }

    public DateTime? ErasedAt { get; init; }

    public static ReceiptRow Of(string account, string subjectId, ConsentReceipt receipt) =>
        new()
        {
            Account = account,
            Environment = receipt.Environment,
            Number = receipt.Number,
            OfferId = receipt.OfferId,
            SubjectId = subjectId,
            Json = receipt.Json,
            ContentHash = receipt.ContentHash,
            PreviousHash = receipt.PreviousHash,
            Hash = receipt.Hash,
        };

    public ConsentReceipt ToReceipt() =>
        new()
        {
            Environment = Environment,
            Number = Number,
            OfferId = OfferId,
            Json = Json,
            ContentHash = ContentHash,
            PreviousHash = PreviousHash,
            Hash = Hash,
            ErasedAt = StoredTime.Read(ErasedAt),
        };
}
