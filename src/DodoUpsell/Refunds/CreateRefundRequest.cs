namespace DodoUpsell;

/// <summary>
/// Returns a payment, or part of it (<c>POST /refunds</c>), within 30 days of it. Sending it again may refund again.
/// </summary>
public sealed record CreateRefundRequest : ApiObject
{
    /// <summary>Gets the payment to return; it must have succeeded.</summary>
    public required string PaymentId { get; init; }

    /// <summary>
    /// Gets what to return of it, each item once; the whole payment when left out. Prorated lines of plan changes
    /// cannot be named.
    /// </summary>
    public IReadOnlyList<RefundItem>? Items { get; init; }

    /// <summary>Gets why, at most 3000 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Your own data on the refund.</summary>
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
