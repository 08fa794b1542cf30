namespace DodoUpsell.Offers;

/// <summary>
/// Contains the rules of subjects that every store follows. Stores call it; it holds no state.
/// </summary>
public static class SubjectRules
{
    /// <summary>Returns the id of the subject of an app's user.</summary>
    public static string IdOfUser(string userId) => $"user:{userId}";

    /// <summary>Returns the id of the subject of a customer who is not linked to a user.</summary>
    public static string IdOfCustomer(string customerId) => $"customer:{customerId}";

    /// <summary>Returns the subject of the ids.</summary>
    /// <param name="ids">The ids.</param>
    /// <param name="linkedUserId">The id of the user that <see cref="SubjectIds.CustomerId"/> is linked to, or null if
    /// there is none.</param>
    /// <param name="linkedCustomerIds">The ids of the customers that are linked to the user, the most recently linked
    /// first. The user is <see cref="SubjectIds.UserId"/>, or <paramref name="linkedUserId"/> if there is none.</param>
    public static OfferSubject SubjectOf(SubjectIds ids, string? linkedUserId, IReadOnlyList<string> linkedCustomerIds)
    {
        SubjectIds.Require(ids);
        ArgumentNullException.ThrowIfNull(linkedCustomerIds);
        return (ids.UserId ?? linkedUserId) is { } user
            ? new OfferSubject
            {
                Id = IdOfUser(user),
                UserId = user,
                // A customer that is linked to nobody yet is used; one that is linked to another user is not.
                CustomerIds =
                    ids.CustomerId is { } given && linkedUserId is null
                        ? [given, .. linkedCustomerIds]
                        : linkedCustomerIds,
            }
            : new OfferSubject { Id = IdOfCustomer(ids.CustomerId!), CustomerIds = [ids.CustomerId!] };
    }

    /// <summary>
    /// Returns the ids under which something may be stored for a subject: its own, and those of its customers alone.
    /// </summary>
    public static IReadOnlyList<string> StoredIdsOf(OfferSubject subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return [.. subject.CustomerIds.Select(IdOfCustomer).Prepend(subject.Id).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>
    /// Returns the slot of an offer that moves to another subject. A slot that ends with the id of the subject ends
    /// with the new id; other slots stay.
    /// </summary>
    public static string? MovedSlot(string? slot, string fromSubjectId, string toSubjectId)
    {
        ArgumentNullException.ThrowIfNull(fromSubjectId);
        return slot is not null && slot.EndsWith(":" + fromSubjectId, StringComparison.Ordinal)
            ? slot[..^fromSubjectId.Length] + toSubjectId
            : slot;
    }
}
