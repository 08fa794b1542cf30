namespace DodoUpsell;

/// <summary>Represents a subject's acceptance of an offer.</summary>
public sealed record AcceptOfferRequest
{
    /// <summary>Gets the id of the offer.</summary>
    public required string OfferId { get; init; }

    /// <summary>Gets the id of the disclosure that the customer was shown.</summary>
    public required string DisclosureId { get; init; }

    /// <summary>Gets the subject that your app has authenticated. An offer of another subject is not found.</summary>
    public required SubjectIds Subject { get; init; }

    /// <summary>Gets who pressed the button.</summary>
    /// <value>The default is <see cref="OfferActor.Human"/>.</value>
    public OfferActor AcceptedBy { get; init; } = OfferActor.Human;

    /// <summary>Gets the URL to which the customer is sent after a page.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Gets the URL of the back link on a page.</summary>
    public string? CancelUrl { get; init; }

    /// <summary>Gets your own metadata for the payment, at most 48 entries.</summary>
    public Metadata? Metadata { get; init; }

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(AcceptOfferRequest);

    internal void Validate()
    {
        Check.NotBlank(OfferId, nameof(OfferId));
        Check.NotBlank(DisclosureId, nameof(DisclosureId));
        SubjectIds.Require(Subject);
        Check.Url(ReturnUrl, nameof(ReturnUrl));
        Check.Url(CancelUrl, nameof(CancelUrl));
        ChargeReference.RefuseInCallers(Metadata, nameof(Metadata));
    }
}

/// <summary>Specifies who accepted an offer.</summary>
public enum OfferActor
{
    /// <summary>A person.</summary>
    Human = 0,

    /// <summary>Software that acts for a person.</summary>
    Agent = 1,
}
