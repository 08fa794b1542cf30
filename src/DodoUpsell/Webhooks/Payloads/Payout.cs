using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.Webhooks;

/// <summary>Represents money that Dodo Payments pays out to you (<c>payout.*</c>).</summary>
public sealed record Payout : ApiObject
{
    /// <summary>Gets the id of the payout.</summary>
    public required string PayoutId { get; init; }

    /// <summary>Gets the status of the payout.</summary>
    public PayoutStatus Status { get; init; }

    /// <summary>Gets the currency of the amounts.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the amount that you receive, in minor units of <see cref="Currency"/>.</summary>
    public long Amount { get; init; }

    /// <summary>Gets <see cref="Amount"/> with its currency.</summary>
    [JsonIgnore]
    public Money AmountMoney => new(Amount, Currency);

    /// <summary>Gets the fee, in minor units of <see cref="Currency"/>.</summary>
    public long Fee { get; init; }

    /// <summary>Gets <see cref="Fee"/> with its currency.</summary>
    [JsonIgnore]
    public Money FeeMoney => new(Fee, Currency);

    /// <summary>Gets the tax, in minor units of <see cref="Currency"/>. The API has announced its removal.</summary>
    public long Tax { get; init; }

    /// <summary>Gets <see cref="Tax"/> with its currency.</summary>
    [JsonIgnore]
    public Money TaxMoney => new(Tax, Currency);

    /// <summary>
    /// Gets the deducted refunds, in minor units of <see cref="Currency"/>. The API has announced their removal.
    /// </summary>
    public long Refunds { get; init; }

    /// <summary>Gets <see cref="Refunds"/> with its currency.</summary>
    [JsonIgnore]
    public Money RefundsMoney => new(Refunds, Currency);

    /// <summary>
    /// Gets the deducted amounts of lost disputes, in minor units of <see cref="Currency"/>. The API has announced
    /// their removal.
    /// </summary>
    public long Chargebacks { get; init; }

    /// <summary>Gets <see cref="Chargebacks"/> with its currency.</summary>
    [JsonIgnore]
    public Money ChargebacksMoney => new(Chargebacks, Currency);

    /// <summary>Gets the method by which the payout is sent.</summary>
    public string PaymentMethod
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the name of the payout.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the remarks on the payout.</summary>
    public string? Remarks { get; init; }

    /// <summary>Gets the URL of the payout statement.</summary>
    public string? PayoutDocumentUrl { get; init; }

    /// <summary>
    /// Gets additional documents, or null if there are none. Their format is not documented, so the JSON is kept
    /// unchanged.
    /// </summary>
    public JsonElement? AdditionalDocs { get; init; }

    /// <summary>Gets the time at which the payout was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the time at which the payout last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Gets the id of your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
