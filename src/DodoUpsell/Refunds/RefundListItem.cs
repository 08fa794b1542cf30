using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>Represents a refund in a list or on a payment (<c>GET /refunds</c>).</summary>
public sealed record RefundListItem : ApiObject
{
    /// <summary>Gets the refund's id.</summary>
    public required string RefundId { get; init; }

    /// <summary>Gets the id of the refunded payment.</summary>
    public string PaymentId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the status of the refund.</summary>
    public RefundStatus Status { get; init; }

    /// <summary>Gets the refunded amount, in minor units of <see cref="Currency"/>.</summary>
    public long? Amount { get; init; }

    /// <summary>
    /// Gets <see cref="Amount"/> as <see cref="Money"/>, or null if the amount or its currency is missing.
    /// </summary>
    [JsonIgnore]
    public Money? AmountMoney => Amount is { } amount && Currency is { } currency ? new Money(amount, currency) : null;

    /// <summary>Gets the currency of <see cref="Amount"/>.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Gets whether only part of the payment is refunded.</summary>
    public bool IsPartial { get; init; }

    /// <summary>Gets the reason, or null if none was given.</summary>
    public string? Reason { get; init; }

    /// <summary>Gets the time at which the refund was requested.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the id of your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
