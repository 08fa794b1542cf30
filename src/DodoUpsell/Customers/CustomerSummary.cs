namespace DodoUpsell;

/// <summary>Represents a customer as contained in other objects.</summary>
public sealed record CustomerSummary : ApiObject
{
    /// <summary>Gets the customer's id.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Gets the e-mail address.</summary>
    public string Email
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the name.</summary>
    public string Name
    {
        get;
        init => field = value ?? "";
    } = "";

    /// <summary>Gets the phone number, or null if it is not known.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Gets your own metadata on the customer.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;
}
