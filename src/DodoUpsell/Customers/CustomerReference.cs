using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Represents the customer of a purchase: an existing customer or a new one.</summary>
[JsonConverter(typeof(CustomerReferenceConverter))]
public abstract record CustomerReference : ApiObject
{
    private protected CustomerReference() { }

    /// <summary>Creates a reference to the customer with the given id.</summary>
    public static ExistingCustomer Existing(string customerId) => new() { CustomerId = customerId };

    /// <summary>
    /// Creates a reference to a new customer. A checkout session uses the existing customer with this e-mail address,
    /// if there is one.
    /// </summary>
    public static NewCustomer New(string email, string? name = null) => new() { Email = email, Name = name };

    internal abstract void Validate(string path);
}

/// <summary>Represents an existing customer. Required to charge a saved payment method.</summary>
public sealed record ExistingCustomer : CustomerReference
{
    /// <summary>Gets the customer's id.</summary>
    public required string CustomerId { get; init; }

    internal override void Validate(string path) => Check.NotBlank(CustomerId, nameof(CustomerId), path);
}

/// <summary>
/// Represents a new customer. A checkout session uses the existing customer with this e-mail address, if there is one.
/// </summary>
public sealed record NewCustomer : CustomerReference
{
    /// <summary>Gets the e-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>
    /// Gets the full name. If it is null, the checkout page asks for it; otherwise, the session uses the given name.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>Gets the phone number.</summary>
    public string? PhoneNumber { get; init; }

    internal override void Validate(string path) => Check.NotBlank(Email, nameof(Email), path);
}

/// <summary>
/// Represents a customer in a format that this version of the SDK does not know. See
/// <see cref="ApiObject.AdditionalProperties"/>.
/// </summary>
public sealed record UnknownCustomerReference : CustomerReference
{
    internal override void Validate(string path) { }
}
