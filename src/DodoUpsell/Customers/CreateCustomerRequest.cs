namespace DodoUpsell;

/// <summary>Represents a new customer (<c>POST /customers</c>).</summary>
public sealed record CreateCustomerRequest : ApiObject
{
    /// <summary>Gets the e-mail address.</summary>
    public required string Email { get; init; }

    /// <summary>Gets the full name.</summary>
    public required string Name { get; init; }

    /// <summary>Gets the phone number.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Gets your own metadata on the customer.</summary>
    public Metadata? Metadata { get; init; }

    internal void Validate()
    {
        Check.NotBlank(Email, nameof(Email));
        Check.NotBlank(Name, nameof(Name));
        Check.Metadata(Metadata, nameof(Metadata));
    }
}
