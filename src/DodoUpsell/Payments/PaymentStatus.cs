using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Specifies the status of a payment. Only <see cref="Succeeded"/> means that the payment is paid. A missing status
/// means that the status is unknown; it never means success.
/// </summary>
[JsonConverter(typeof(ExtensibleValueConverter<PaymentStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct PaymentStatus : IExtensibleValue<PaymentStatus>
{
    private readonly string? _value;

    /// <summary>Initializes a status from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public PaymentStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Paid. Final.</summary>
    public static PaymentStatus Succeeded => new("succeeded");

    /// <summary>Declined. <see cref="Payment.ErrorCode"/> contains the reason. Final.</summary>
    public static PaymentStatus Failed => new("failed");

    /// <summary>Abandoned, expired or cancelled. Final.</summary>
    public static PaymentStatus Cancelled => new("cancelled");

    /// <summary>In progress. Some payment methods take days. Wait for a webhook.</summary>
    public static PaymentStatus Processing => new("processing");

    /// <summary>The bank requires an action by the customer, such as 3-D Secure.</summary>
    public static PaymentStatus RequiresCustomerAction => new("requires_customer_action");

    /// <summary>An action by you is required before the payment can continue. Not part of ordinary flows.</summary>
    public static PaymentStatus RequiresMerchantAction => new("requires_merchant_action");

    /// <summary>The payment method was refused. The customer may try another one on the payment page.</summary>
    public static PaymentStatus RequiresPaymentMethod => new("requires_payment_method");

    /// <summary>Created but not confirmed yet.</summary>
    public static PaymentStatus RequiresConfirmation => new("requires_confirmation");

    /// <summary>Authorised but not captured yet. Not part of ordinary flows.</summary>
    public static PaymentStatus RequiresCapture => new("requires_capture");

    /// <summary>Part of the amount was captured, and no more can be captured. Not part of ordinary flows.</summary>
    public static PaymentStatus PartiallyCaptured => new("partially_captured");

    /// <summary>Part of the amount was captured, and more can be captured. Not part of ordinary flows.</summary>
    public static PaymentStatus PartiallyCapturedAndCapturable => new("partially_captured_and_capturable");

    /// <inheritdoc/>
    public static IReadOnlyList<PaymentStatus> KnownValues { get; } =
    [
        Succeeded,
        Failed,
        Cancelled,
        Processing,
        RequiresCustomerAction,
        RequiresMerchantAction,
        RequiresPaymentMethod,
        RequiresConfirmation,
        RequiresCapture,
        PartiallyCaptured,
        PartiallyCapturedAndCapturable,
    ];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static PaymentStatus Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PaymentStatus result) =>
        ExtensibleValue.TryParse(s, out result);
}
