using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.Webhooks;

/// <summary>Money that Dodo Payments sends to you (<c>payout.*</c>).</summary>
public sealed record Payout : ApiObject
{
    /// <summary>Gets the payout's id.</summary>
    public required string PayoutId { get; init; }

    /// <summary>Gets how far it has come.</summary>
    public PayoutStatus Status { get; init; }

    /// <summary>Currency of the amounts.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets what you get, in minor units of <see cref="Currency"/>.</summary>
    public long Amount { get; init; }

    /// <summary>Gets <see cref="Amount"/> in its currency.</summary>
    [JsonIgnore]
    public Money AmountMoney => new(Amount, Currency);

    /// <summary>Gets the fee, in minor units of <see cref="Currency"/>.</summary>
    public long Fee { get; init; }

    /// <summary>Gets <see cref="Fee"/> in its currency.</summary>
    [JsonIgnore]
    public Money FeeMoney => new(Fee, Currency);

    /// <summary>Gets the tax, in minor units of <see cref="Currency"/>. The API is about to drop it.</summary>
    public long Tax { get; init; }

    /// <summary>Gets <see cref="Tax"/> in its currency.</summary>
    [JsonIgnore]
    public Money TaxMoney => new(Tax, Currency);

    /// <summary>Refunds taken off, in minor units of <see cref="Currency"/>. The API is about to drop it.</summary>
    public long Refunds { get; init; }

    /// <summary>Gets <see cref="Refunds"/> in its currency.</summary>
    [JsonIgnore]
    public Money RefundsMoney => new(Refunds, Currency);

    /// <summary>
    /// Lost disputes taken off, in minor units of <see cref="Currency"/>. The API is about to drop it.
    /// </summary>
    public long Chargebacks { get; init; }

    /// <summary>Gets <see cref="Chargebacks"/> in its currency.</summary>
    [JsonIgnore]
    public Money ChargebacksMoney => new(Chargebacks, Currency);

    /// <summary>Gets how it is sent.</summary>
    public string PaymentMethod
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets what the payout is called.</summary>
    public string? Name { get; init; }

    /// <summary>Gets what was noted about it.</summary>
    public string? Remarks { get; init; }

    /// <summary>Gets the statement.</summary>
    public string? PayoutDocumentUrl { get; init; }

    /// <summary>
    /// Gets further documents as the API describes them, or null if there are none. Their form is not documented, so it
    /// is kept as it came.
    /// </summary>
    public JsonElement? AdditionalDocs { get; init; }

    /// <summary>Gets when it was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets when it last changed.</summary>
    public DateTimeOffset UpdatedAt { get; init; }

    /// <summary>Your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
