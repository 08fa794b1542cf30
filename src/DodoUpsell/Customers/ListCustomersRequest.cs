namespace DodoUpsell;

/// <summary>Which customers to list (<c>GET /customers</c>); all of them by default.</summary>
public sealed record ListCustomersRequest
{
    /// <summary>Only those with this e-mail address.</summary>
    public string? Email { get; init; }

    /// <summary>Only those whose name contains this, whatever its case.</summary>
    public string? Name { get; init; }

    /// <summary>Only those created at this moment or later.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Only those created at this moment or earlier.</summary>
    public DateTimeOffset? CreatedTo { get; init; }

    /// <summary>Gets how many to fetch per request, 1 to 100; 10 by default.</summary>
    public int? PageSize { get; init; }

    /// <summary>The name of the type; the filters are personal data.</summary>
    public override string ToString() => nameof(ListCustomersRequest);

    internal void Validate()
    {
        Check.NotBlankIfGiven(Email, nameof(Email));
        Check.NotBlankIfGiven(Name, nameof(Name));
        Check.NotReversed(CreatedFrom, CreatedTo, nameof(CreatedTo));
        Check.PageSize(PageSize, nameof(PageSize));
    }
}
