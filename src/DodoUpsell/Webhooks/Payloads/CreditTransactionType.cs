using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>Represents the type of a transaction that changed a credit balance.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<CreditTransactionType>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct CreditTransactionType : IExtensibleValue<CreditTransactionType>
{
    private readonly string? _value;

    /// <summary>Creates a type with the given text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public CreditTransactionType(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Credits were granted.</summary>
    public static CreditTransactionType CreditAdded => new("credit_added");

    /// <summary>Credits were used.</summary>
    public static CreditTransactionType CreditDeducted => new("credit_deducted");

    /// <summary>Credits that were not used in time expired.</summary>
    public static CreditTransactionType CreditExpired => new("credit_expired");

    /// <summary>Unused credits were carried over into a new period.</summary>
    public static CreditTransactionType CreditRolledOver => new("credit_rolled_over");

    /// <summary>Credits that could not be carried over were lost.</summary>
    public static CreditTransactionType RolloverForfeited => new("rollover_forfeited");

    /// <summary>Usage beyond the balance was billed.</summary>
    public static CreditTransactionType OverageCharged => new("overage_charged");

    /// <summary>Usage beyond the balance was reset at the end of a period without being billed.</summary>
    public static CreditTransactionType OverageReset => new("overage_reset");

    /// <summary>Credits were bought automatically because the balance was low.</summary>
    public static CreditTransactionType AutoTopUp => new("auto_top_up");

    /// <summary>You changed the balance manually.</summary>
    public static CreditTransactionType ManualAdjustment => new("manual_adjustment");

    /// <summary>A refund removed credits.</summary>
    public static CreditTransactionType Refund => new("refund");

    /// <inheritdoc/>
    public static IReadOnlyList<CreditTransactionType> KnownValues { get; } =
    [
        CreditAdded,
        CreditDeducted,
        CreditExpired,
        CreditRolledOver,
        RolloverForfeited,
        OverageCharged,
        OverageReset,
        AutoTopUp,
        ManualAdjustment,
        Refund,
    ];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static CreditTransactionType Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out CreditTransactionType result
    ) => ExtensibleValue.TryParse(s, out result);
}
