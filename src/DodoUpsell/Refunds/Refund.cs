using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>A refund (<c>GET /refunds/{refund_id}</c>).</summary>
public sealed record Refund : ApiObject
{
    /// <summary>Gets the refund's id.</summary>
    public required string RefundId { get; init; }

    /// <summary>Gets the payment it returns.</summary>
    public string PaymentId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets how far it has come.</summary>
    public RefundStatus Status { get; init; }

    /// <summary>
    /// Gets what is returned, in minor units of <see cref="Currency"/>. The USD value is kept, so with a converted
    /// currency it can differ from what was paid.
    /// </summary>
    public long? Amount { get; init; }

    /// <summary>Gets <see cref="Amount"/> in its currency; null when either is not given.</summary>
    [JsonIgnore]
    public Money? AmountMoney => Amount is { } amount && Currency is { } currency ? new Money(amount, currency) : null;

    /// <summary>Currency of <see cref="Amount"/>.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Gets whether only part of the payment is returned.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Gets why, if it was said.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets who gets the money.</summary>
    public CustomerSummary? Customer { get; init; }

    /// <summary>Your own data.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;

    /// <summary>Gets when it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the brand it belongs to.</summary>
    public string BrandId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
