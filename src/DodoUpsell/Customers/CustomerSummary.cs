namespace DodoUpsell;

/// <summary>The customer as other objects show them.</summary>
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

    /// <summary>Gets the phone number, when it is known.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>Your own data on the customer.</summary>
    public Metadata Metadata
    {
        get;
        init => field = value ?? Metadata.Empty;
    } = Metadata.Empty;
}
