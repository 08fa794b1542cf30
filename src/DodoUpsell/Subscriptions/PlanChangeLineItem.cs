using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// A line of a previewed plan change: <see cref="SubscriptionLineItem"/>, <see cref="AddonLineItem"/>,
/// <see cref="MeterLineItem"/> or one not known yet.
/// </summary>
[JsonConverter(typeof(PlanChangeLineItemConverter))]
public abstract record PlanChangeLineItem : ApiObject
{
    private protected PlanChangeLineItem(string? type) => Type = type;

    /// <summary>Gets the kind of line on the wire; null only when an unknown line came without one.</summary>
    [JsonPropertyOrder(-1)]
    public string? Type { get; }
}

/// <summary>A line for a plan.</summary>
public sealed record SubscriptionLineItem : PlanChangeLineItem
{
    internal const string TypeName = "subscription";

    /// <summary>A line for a plan.</summary>
    public SubscriptionLineItem()
        : base(TypeName) { }

    /// <summary>Gets the line's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the plan.</summary>
    public string ProductId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the plan's name.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the plan's description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets how many of it, such as seats.</summary>
    public int Quantity { get; init; }

    /// <summary>Currency of the amounts.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price of one for a whole period, in minor units of <see cref="Currency"/>.</summary>
    public long UnitPrice { get; init; }

    /// <summary>Gets <see cref="UnitPrice"/> in its currency.</summary>
    [JsonIgnore]
    public Money UnitPriceMoney => new(UnitPrice, Currency);

    /// <summary>
    /// Gets the share of the period that the line covers, 1 for all of it. Never compute amounts with it: the summary
    /// has them.
    /// </summary>
    public double ProrationFactor { get; init; }

    /// <summary>Gets the tax, in minor units of <see cref="Currency"/>.</summary>
    public long? Tax { get; init; }

    /// <summary>Gets <see cref="Tax"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? TaxMoney => Tax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets the tax rate as the API states it.</summary>
    public double? TaxRate { get; init; }

    /// <summary>Gets whether the price contains the tax.</summary>
    public bool TaxInclusive { get; init; }
}

/// <summary>A line for an add-on.</summary>
public sealed record AddonLineItem : PlanChangeLineItem
{
    internal const string TypeName = "addon";

    /// <summary>A line for an add-on.</summary>
    public AddonLineItem()
        : base(TypeName) { }

    /// <summary>Gets the line's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the add-on's name.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the add-on's description.</summary>
    public string? Description { get; init; }

    /// <summary>Gets how many of it.</summary>
    public int Quantity { get; init; }

    /// <summary>Currency of the amounts.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price of one for a whole period, in minor units of <see cref="Currency"/>.</summary>
    public long UnitPrice { get; init; }

    /// <summary>Gets <see cref="UnitPrice"/> in its currency.</summary>
    [JsonIgnore]
    public Money UnitPriceMoney => new(UnitPrice, Currency);

    /// <summary>
    /// Gets the share of the period that the line covers, 1 for all of it. Never compute amounts with it: the summary
    /// has them.
    /// </summary>
    public double ProrationFactor { get; init; }

    /// <summary>Gets the tax, in minor units of <see cref="Currency"/>.</summary>
    public long? Tax { get; init; }

    /// <summary>Gets <see cref="Tax"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? TaxMoney => Tax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets the tax rate as the API states it.</summary>
    public double TaxRate { get; init; }

    /// <summary>Gets whether the price contains the tax.</summary>
    public bool TaxInclusive { get; init; }

    /// <summary>Gets what it is for tax purposes.</summary>
    public TaxCategory TaxCategory { get; init; }
}

/// <summary>A line for metered usage.</summary>
public sealed record MeterLineItem : PlanChangeLineItem
{
    internal const string TypeName = "meter";

    /// <summary>A line for metered usage.</summary>
    public MeterLineItem()
        : base(TypeName) { }

    /// <summary>Gets the line's id.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what is metered.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>More about it.</summary>
    public string? Description { get; init; }

    /// <summary>Units used, as a decimal number in text.</summary>
    public string UnitsConsumed
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets how many units are free in each period.</summary>
    public long FreeThreshold { get; init; }

    /// <summary>Units to pay for, as a decimal number in text.</summary>
    public string ChargeableUnits
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Currency of the amounts.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price of one unit, as a decimal number in text.</summary>
    public string PricePerUnit
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets what the usage costs, in minor units of <see cref="Currency"/>.</summary>
    public long Subtotal { get; init; }

    /// <summary>Gets <see cref="Subtotal"/> in its currency.</summary>
    [JsonIgnore]
    public Money SubtotalMoney => new(Subtotal, Currency);

    /// <summary>Gets the tax, in minor units of <see cref="Currency"/>.</summary>
    public long? Tax { get; init; }

    /// <summary>Gets <see cref="Tax"/> in its currency; null when there is none.</summary>
    [JsonIgnore]
    public Money? TaxMoney => Tax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets the tax rate as the API states it.</summary>
    public double TaxRate { get; init; }

    /// <summary>Gets whether the price contains the tax.</summary>
    public bool TaxInclusive { get; init; }
}

/// <summary>
/// A kind of line that this version of the SDK does not know; see <see cref="ApiObject.AdditionalProperties"/>.
/// </summary>
public sealed record UnknownLineItem : PlanChangeLineItem
{
    /// <summary>A line of this kind.</summary>
    [JsonConstructor]
    public UnknownLineItem(string? type)
        : base(type) { }
}
