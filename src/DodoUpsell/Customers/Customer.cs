namespace DodoUpsell;

/// <summary>Represents a customer of your business (<c>GET /customers/{customer_id}</c>).</summary>
public sealed record Customer : ApiObject
{
    /// <summary>Gets the customer's id.</summary>
    public required string CustomerId { get; init; }

    /// <summary>Gets the e-mail address, by which a checkout recognises returning customers.</summary>
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

    /// <summary>Gets the time at which the customer was put on the blocklist, or null if they are not on it.</summary>
    public DateTimeOffset? BlockedAt { get; init; }

    /// <summary>Gets the id of the customer's entry in the blocklist, or null if they are not on it.</summary>
    public string? BlocklistEntryId { get; init; }

    /// <summary>Gets the time at which the customer was created.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets the id of your business.</summary>
    public string BusinessId
    {
        get;
        init => field = value ?? "";
    } = "";
}
