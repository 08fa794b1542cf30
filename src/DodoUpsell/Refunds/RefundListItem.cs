using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>A refund as lists and payments show it (<c>GET /refunds</c>).</summary>
public sealed record RefundListItem : ApiObject
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

    /// <summary>Gets what is returned, in minor units of <see cref="Currency"/>.</summary>
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

    /// <summary>Gets when it was asked for.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
