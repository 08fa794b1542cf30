using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// How far a payment has come. Only <see cref="Succeeded"/> means money; a missing status means unknown, never success.
/// </summary>
[JsonConverter(typeof(ExtensibleValueConverter<PaymentStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct PaymentStatus : IExtensibleValue<PaymentStatus>
{
    private readonly string? _value;

    /// <summary>The status with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public PaymentStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Paid. Final.</summary>
    public static PaymentStatus Succeeded { get; } = new("succeeded");

    /// <summary>Declined; the payment's <see cref="Payment.ErrorCode"/> says why. Final.</summary>
    public static PaymentStatus Failed { get; } = new("failed");

    /// <summary>Abandoned, expired or called off. Final.</summary>
    public static PaymentStatus Cancelled { get; } = new("cancelled");

    /// <summary>Under way; some methods take days. Wait for a webhook.</summary>
    public static PaymentStatus Processing { get; } = new("processing");

    /// <summary>The bank wants a step of the customer, such as 3-D Secure.</summary>
    public static PaymentStatus RequiresCustomerAction { get; } = new("requires_customer_action");

    /// <summary>You have to act before the payment goes on. Not part of ordinary flows.</summary>
    public static PaymentStatus RequiresMerchantAction { get; } = new("requires_merchant_action");

    /// <summary>The method was refused; the customer may try another one on the payment page.</summary>
    public static PaymentStatus RequiresPaymentMethod { get; } = new("requires_payment_method");

    /// <summary>Set up but not confirmed yet.</summary>
    public static PaymentStatus RequiresConfirmation { get; } = new("requires_confirmation");

    /// <summary>Authorised, not captured yet. Not part of ordinary flows.</summary>
    public static PaymentStatus RequiresCapture { get; } = new("requires_capture");

    /// <summary>Part of the amount was captured and nothing more will be. Not part of ordinary flows.</summary>
    public static PaymentStatus PartiallyCaptured { get; } = new("partially_captured");

    /// <summary>Part of the amount was captured and more may be. Not part of ordinary flows.</summary>
    public static PaymentStatus PartiallyCapturedAndCapturable { get; } = new("partially_captured_and_capturable");

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

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static PaymentStatus Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PaymentStatus result) =>
        ExtensibleValue.TryParse(s, out result);
}
