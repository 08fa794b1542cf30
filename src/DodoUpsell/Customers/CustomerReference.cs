using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Who buys: a customer that exists or a new one.</summary>
[JsonConverter(typeof(CustomerReferenceConverter))]
public abstract record CustomerReference : ApiObject
{
    private protected CustomerReference() { }

    /// <summary>The customer with this id.</summary>
    public static ExistingCustomer Existing(string customerId) => new() { CustomerId = customerId };

    /// <summary>
    /// A new customer; at a checkout, the customer who already has this e-mail address, if there is one.
    /// </summary>
    public static NewCustomer New(string email, string? name = null) => new() { Email = email, Name = name };

    internal abstract void Validate(string path);
}

/// <summary>A customer that exists. Needed to charge a saved payment method.</summary>
public sealed record ExistingCustomer : CustomerReference
{
    /// <summary>Gets the customer's id.</summary>
    public required string CustomerId { get; init; }

    internal override void Validate(string path) => Check.NotBlank(CustomerId, nameof(CustomerId), path);
}

/// <summary>A new customer; at a checkout, the customer who already has the e-mail address, if there is one.</summary>
public sealed record NewCustomer : CustomerReference
{
    /// <summary>Gets the e-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>Gets the full name. A checkout session keeps it once it is given, and asks for it otherwise.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the phone number.</summary>
    public string? PhoneNumber { get; init; }

    internal override void Validate(string path) => Check.NotBlank(Email, nameof(Email), path);
}

/// <summary>
/// A customer given in a way that this version of the SDK does not know; see
/// <see cref="ApiObject.AdditionalProperties"/>.
/// </summary>
public sealed record UnknownCustomerReference : CustomerReference
{
    internal override void Validate(string path) { }
}
