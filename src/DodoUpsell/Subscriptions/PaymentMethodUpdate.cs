using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// What a subscription is to be charged to from now on (<c>POST
/// /subscriptions/{subscription_id}/update-payment-method</c>).
/// </summary>
/// <remarks>On a subscription on hold this charges the dues, and sending it again may charge again.</remarks>
[JsonConverter(typeof(PaymentMethodUpdateConverter))]
public abstract record PaymentMethodUpdate : ApiObject
{
    private protected PaymentMethodUpdate(string? type) => Type = type;

    /// <summary>Gets the kind of update on the wire; null only when an unknown update came without one.</summary>
    [JsonPropertyOrder(-1)]
    public string? Type { get; }

    /// <summary>A method that the customer has saved.</summary>
    public static ExistingPaymentMethod Existing(string paymentMethodId) => new() { PaymentMethodId = paymentMethodId };

    /// <summary>A method that the customer enters on a page.</summary>
    public static NewPaymentMethod New(string? returnUrl = null) => new() { ReturnUrl = returnUrl };

    internal abstract void Validate();
}

/// <summary>A method that the customer enters on a page, whose address the answer has.</summary>
public sealed record NewPaymentMethod : PaymentMethodUpdate
{
    internal const string TypeName = "new";

    /// <summary>A method that the customer enters on a page.</summary>
    public NewPaymentMethod()
        : base(TypeName) { }

    /// <summary>Gets where the customer lands afterwards.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>
    /// Gets the only methods to offer. Keep <see cref="PaymentMethodType.Credit"/> and
    /// <see cref="PaymentMethodType.Debit"/> among them.
    /// </summary>
    public IReadOnlyList<PaymentMethodType>? AllowedPaymentMethodTypes { get; init; }

    internal override void Validate() => Check.Url(ReturnUrl, nameof(ReturnUrl));
}

/// <summary>A method that the customer has saved.</summary>
public sealed record ExistingPaymentMethod : PaymentMethodUpdate
{
    internal const string TypeName = "existing";

    /// <summary>A method that the customer has saved.</summary>
    public ExistingPaymentMethod()
        : base(TypeName) { }

    /// <summary>Gets the saved method's id.</summary>
    public required string PaymentMethodId { get; init; }

    internal override void Validate() => Check.NotBlank(PaymentMethodId, nameof(PaymentMethodId));
}

/// <summary>
/// A kind of update that this version of the SDK does not know; see <see cref="ApiObject.AdditionalProperties"/>.
/// </summary>
public sealed record UnknownPaymentMethodUpdate : PaymentMethodUpdate
{
    /// <summary>An update of this kind.</summary>
    [JsonConstructor]
    public UnknownPaymentMethodUpdate(string? type)
        : base(type) { }

    internal override void Validate() { }
}
