using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Represents a change of the payment method of a subscription (<c>POST
/// /subscriptions/{subscription_id}/update-payment-method</c>).
/// </summary>
/// <remarks>
/// If the subscription is on hold, the update charges the amount due, and sending it again may charge again.
/// </remarks>
[JsonConverter(typeof(PaymentMethodUpdateConverter))]
public abstract record PaymentMethodUpdate : ApiObject
{
    private protected PaymentMethodUpdate(string? type) => Type = type;

    /// <summary>Gets the wire value of the kind of update, or null if an unknown update has none.</summary>
    [JsonPropertyOrder(-1)]
    public string? Type { get; }

    /// <summary>Creates a switch to a saved payment method of the customer.</summary>
    public static ExistingPaymentMethod Existing(string paymentMethodId) => new() { PaymentMethodId = paymentMethodId };

    /// <summary>Creates a switch to a payment method that the customer enters on a hosted page.</summary>
    public static NewPaymentMethod New(string? returnUrl = null) => new() { ReturnUrl = returnUrl };

    internal abstract void Validate();
}

/// <summary>
/// Represents a switch to a payment method that the customer enters on a hosted page. The response contains the URL of
/// the page.
/// </summary>
public sealed record NewPaymentMethod : PaymentMethodUpdate
{
    internal const string TypeName = "new";

    /// <summary>Initializes a switch to a payment method that the customer enters on a hosted page.</summary>
    public NewPaymentMethod()
        : base(TypeName) { }

    /// <summary>Gets the URL to which the customer is redirected afterwards.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>
    /// Gets the only payment methods to offer. Include <see cref="PaymentMethodType.Credit"/> and
    /// <see cref="PaymentMethodType.Debit"/>.
    /// </summary>
    public IReadOnlyList<PaymentMethodType>? AllowedPaymentMethodTypes { get; init; }

    internal override void Validate() => Check.Url(ReturnUrl, nameof(ReturnUrl));
}

/// <summary>Represents a switch to a saved payment method of the customer.</summary>
public sealed record ExistingPaymentMethod : PaymentMethodUpdate
{
    internal const string TypeName = "existing";

    /// <summary>Initializes a switch to a saved payment method.</summary>
    public ExistingPaymentMethod()
        : base(TypeName) { }

    /// <summary>Gets the id of the saved payment method.</summary>
    public required string PaymentMethodId { get; init; }

    internal override void Validate() => Check.NotBlank(PaymentMethodId, nameof(PaymentMethodId));
}

/// <summary>
/// Represents an update of a kind that this version of the SDK does not know. See
/// <see cref="ApiObject.AdditionalProperties"/>.
/// </summary>
public sealed record UnknownPaymentMethodUpdate : PaymentMethodUpdate
{
    /// <summary>Initializes an update of the given kind.</summary>
    [JsonConstructor]
    public UnknownPaymentMethodUpdate(string? type)
        : base(type) { }

    internal override void Validate() { }
}
