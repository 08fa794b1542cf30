namespace DodoUpsell;

/// <summary>
/// Represents a refund of a payment, in full or in part, within 30 days of the payment (<c>POST /refunds</c>). Sending
/// the request again may refund again.
/// </summary>
public sealed record CreateRefundRequest : ApiObject
{
    /// <summary>Gets the id of the payment to refund. The payment must have succeeded.</summary>
    public required string PaymentId { get; init; }

    /// <summary>
    /// Gets the line items to refund, each at most once. By default, the whole payment is refunded. Prorated lines of
    /// plan changes cannot be refunded by item.
    /// </summary>
    public IReadOnlyList<RefundItem>? Items { get; init; }

    /// <summary>Gets the reason, at most 3000 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets your own metadata on the refund.</summary>
    public Metadata? Metadata { get; init; }

    internal void Validate()
    {
        Check.NotBlank(PaymentId, nameof(PaymentId));
        if (Items is not null)
            Check.NotEmpty(Items, nameof(Items));
        Check.Each(Items, nameof(Items), static (item, path) => item.Validate(path));
        Check.NoDuplicates(Items, static item => item.ItemId, nameof(Items), nameof(RefundItem.ItemId));
        Check.LengthAtMost(Reason, 3000, nameof(Reason));
        Check.Metadata(Metadata, nameof(Metadata));
    }
}
