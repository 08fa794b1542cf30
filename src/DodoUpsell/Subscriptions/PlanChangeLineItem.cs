using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Represents a line item of a previewed plan change: <see cref="SubscriptionLineItem"/>, <see cref="AddonLineItem"/>,
/// <see cref="MeterLineItem"/> or a line item of an unknown kind.
/// </summary>
[JsonConverter(typeof(PlanChangeLineItemConverter))]
public abstract record PlanChangeLineItem : ApiObject
{
    private protected PlanChangeLineItem(string? type) => Type = type;

    /// <summary>Gets the wire value of the kind of line item, or null if an unknown line item has none.</summary>
    [JsonPropertyOrder(-1)]
    public string? Type { get; }
}

/// <summary>Represents a line item for a plan.</summary>
public sealed record SubscriptionLineItem : PlanChangeLineItem
{
    internal const string TypeName = "subscription";

    /// <summary>Initializes a line item for a plan.</summary>
    public SubscriptionLineItem()
        : base(TypeName) { }

    /// <summary>Gets the id of the line item.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of the plan.</summary>
    public string ProductId
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the name of the plan.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the description of the plan.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the quantity, such as the number of seats.</summary>
    public int Quantity { get; init; }

    /// <summary>Gets the currency of the amounts.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price of one unit for a whole period, in minor units of <see cref="Currency"/>.</summary>
    public long UnitPrice { get; init; }

    /// <summary>Gets <see cref="UnitPrice"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money UnitPriceMoney => new(UnitPrice, Currency);

    /// <summary>
    /// Gets the share of the period that the line item covers, with 1 for the whole period. Do not compute amounts with
    /// it: they are in the summary.
    /// </summary>
    public double ProrationFactor { get; init; }

    /// <summary>Gets the tax, in minor units of <see cref="Currency"/>.</summary>
    public long? Tax { get; init; }

    /// <summary>Gets <see cref="Tax"/> as <see cref="Money"/>, or null if there is none.</summary>
    [JsonIgnore]
    public Money? TaxMoney => Tax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets the tax rate as returned by the API.</summary>
    public double? TaxRate { get; init; }

    /// <summary>Gets whether the price includes the tax.</summary>
    public bool TaxInclusive { get; init; }
}

/// <summary>Represents a line item for an add-on.</summary>
public sealed record AddonLineItem : PlanChangeLineItem
{
    internal const string TypeName = "addon";

    /// <summary>Initializes a line item for an add-on.</summary>
    public AddonLineItem()
        : base(TypeName) { }

    /// <summary>Gets the id of the line item.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name of the add-on.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the description of the add-on.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the quantity.</summary>
    public int Quantity { get; init; }

    /// <summary>Gets the currency of the amounts.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price of one unit for a whole period, in minor units of <see cref="Currency"/>.</summary>
    public long UnitPrice { get; init; }

    /// <summary>Gets <see cref="UnitPrice"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money UnitPriceMoney => new(UnitPrice, Currency);

    /// <summary>
    /// Gets the share of the period that the line item covers, with 1 for the whole period. Do not compute amounts with
    /// it: they are in the summary.
    /// </summary>
    public double ProrationFactor { get; init; }

    /// <summary>Gets the tax, in minor units of <see cref="Currency"/>.</summary>
    public long? Tax { get; init; }

    /// <summary>Gets <see cref="Tax"/> as <see cref="Money"/>, or null if there is none.</summary>
    [JsonIgnore]
    public Money? TaxMoney => Tax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets the tax rate as returned by the API.</summary>
    public double TaxRate { get; init; }

    /// <summary>Gets whether the price includes the tax.</summary>
    public bool TaxInclusive { get; init; }

    /// <summary>Gets the tax category of the add-on.</summary>
    public TaxCategory TaxCategory { get; init; }
}

/// <summary>Represents a line item for metered usage.</summary>
public sealed record MeterLineItem : PlanChangeLineItem
{
    internal const string TypeName = "meter";

    /// <summary>Initializes a line item for metered usage.</summary>
    public MeterLineItem()
        : base(TypeName) { }

    /// <summary>Gets the id of the line item.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the name of the meter.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the description of the meter.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the number of used units, as a decimal number in text.</summary>
    public string UnitsConsumed
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the number of free units in each period.</summary>
    public long FreeThreshold { get; init; }

    /// <summary>Gets the number of units to pay for, as a decimal number in text.</summary>
    public string ChargeableUnits
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the currency of the amounts.</summary>
    public Currency Currency { get; init; }

    /// <summary>Gets the price of one unit, as a decimal number in text.</summary>
    public string PricePerUnit
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the price of the usage, in minor units of <see cref="Currency"/>.</summary>
    public long Subtotal { get; init; }

    /// <summary>Gets <see cref="Subtotal"/> as <see cref="Money"/>.</summary>
    [JsonIgnore]
    public Money SubtotalMoney => new(Subtotal, Currency);

    /// <summary>Gets the tax, in minor units of <see cref="Currency"/>.</summary>
    public long? Tax { get; init; }

    /// <summary>Gets <see cref="Tax"/> as <see cref="Money"/>, or null if there is none.</summary>
    [JsonIgnore]
    public Money? TaxMoney => Tax is { } amount ? new Money(amount, Currency) : null;

    /// <summary>Gets the tax rate as returned by the API.</summary>
    public double TaxRate { get; init; }

    /// <summary>Gets whether the price includes the tax.</summary>
    public bool TaxInclusive { get; init; }
}

/// <summary>
/// Represents a line item of a kind that this version of the SDK does not know. See
/// <see cref="ApiObject.AdditionalProperties"/>.
/// </summary>
public sealed record UnknownLineItem : PlanChangeLineItem
{
    /// <summary>Initializes a line item of the given kind.</summary>
    [JsonConstructor]
    public UnknownLineItem(string? type)
        : base(type) { }
}
