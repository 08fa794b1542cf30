namespace DodoUpsell;

/// <summary>Specifies the customers to list (<c>GET /customers</c>). By default, all customers are listed.</summary>
public sealed record ListCustomersRequest
{
    /// <summary>Gets the e-mail address to filter by.</summary>
    public string? Email { get; init; }

    /// <summary>Gets a text that the name must contain, ignoring case.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the earliest creation time, inclusive.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Gets the latest creation time, inclusive.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    /// <summary>Gets the number of items to fetch per request. Must be between 1 and 100. The default is 10.</summary>
    public int? PageSize { get; init; }

    /// <summary>Returns the name of the type only, because the filters are personal data.</summary>
    public override string ToString() => nameof(ListCustomersRequest);

    internal void Validate()
    {
        Check.NotBlankIfGiven(Email, nameof(Email));
        Check.NotBlankIfGiven(Name, nameof(Name));
        Check.NotReversed(CreatedFrom, CreatedTo, nameof(CreatedTo));
        Check.PageSize(PageSize, nameof(PageSize));
    }
}
