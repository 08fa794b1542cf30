namespace DodoUpsell;

/// <summary>
/// Identifies the person an offer is for, by the ids that your app has authenticated. Never take them from a request's
/// body, query or headers.
/// </summary>
public sealed record SubjectIds
{
    /// <summary>The maximum length of a user id: 200 characters.</summary>
    public const int MaxUserIdLength = 200;

    /// <summary>Gets the id of your app's user, or null if the person is known by the customer id only.</summary>
    public string? UserId { get; init; }

    /// <summary>Gets the id of the Dodo customer, or null to use the customers that are linked to the user.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Returns the subject of an app's user, with all customers that are linked to it.</summary>
    public static SubjectIds OfUser(string userId) => new() { UserId = userId };

    /// <summary>Returns the subject of a customer, or of the user that the customer is linked to.</summary>
    public static SubjectIds OfCustomer(string customerId) => new() { CustomerId = customerId };

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(SubjectIds);

    internal static void Require(SubjectIds subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        subject.Validate();
    }

    internal void Validate()
    {
        Check.That(
            UserId is not null || CustomerId is not null,
            nameof(UserId),
            "or CustomerId must be set: take them from the user who is signed in"
        );
        Check.NotBlankIfGiven(UserId, nameof(UserId));
        Check.NotBlankIfGiven(CustomerId, nameof(CustomerId));
        if (UserId is not null)
            Check.LengthAtMost(UserId, MaxUserIdLength, nameof(UserId));
    }
}

/// <summary>Represents a subject: the app's user with all linked customers, or a customer alone.</summary>
public sealed record OfferSubject
{
    /// <summary>The metadata entry of a checkout session whose value links its customer to that user.</summary>
    public const string UserMetadataKey = "dodoupsell_user";

    /// <summary>
    /// Gets the id under which memory, caps and experiments are kept: <c>user:</c> with the user's id, or
    /// <c>customer:</c> with the customer's id.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>Gets the id of the app's user, or null if the customer is not linked to one.</summary>
    public string? UserId { get; init; }

    /// <summary>Gets the ids of the customers, the most recently linked first. Empty if the user has none.</summary>
    public required IReadOnlyList<string> CustomerIds { get; init; }

    /// <summary>Gets the text that experiments assign by: the user's id if there is one, otherwise the customer's.</summary>
    public string AssignmentId => UserId ?? CustomerIds[0];

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(OfferSubject);
}
