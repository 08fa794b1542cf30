using DodoUpsell.Charging;

namespace DodoUpsell.Offers;

/// <summary>
/// Finds the subjects of payments and offers. A paid payment whose metadata names a user links its customer to it.
/// </summary>
internal sealed class SubjectLinks(OfferEngine engine)
{
    private const string UserPrefix = "user:";
    private const string CustomerPrefix = "customer:";

    /// <summary>Returns the ids of the subject that an offer was made to.</summary>
    public static SubjectIds IdsOf(OfferRecord offer) =>
        offer.SubjectId.StartsWith(UserPrefix, StringComparison.Ordinal)
            ? SubjectIds.OfUser(offer.SubjectId[UserPrefix.Length..])
            : SubjectIds.OfCustomer(
                offer.SubjectId.StartsWith(CustomerPrefix, StringComparison.Ordinal)
                    ? offer.SubjectId[CustomerPrefix.Length..]
                    : offer.CustomerId
            );

    /// <summary>Links the customer of a paid payment to the user that its metadata names, if there is one.</summary>
    public async Task LinkAsync(Payment payment, CancellationToken cancellationToken)
    {
        if (
            UserOf(payment) is not { } user
            || payment.Customer?.CustomerId is not { Length: > 0 } customer
            || PaymentVerdicts.Of(payment) != PaymentVerdict.Succeeded
        )
            return;
        var known = await FindAsync(SubjectIds.OfCustomer(customer), cancellationToken).ConfigureAwait(false);
        if (known.UserId is null)
        {
            await engine
                .Store.LinkAsync(engine.Environment, user, customer, engine.Clock.GetUtcNow(), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Returns the subject of a payment, or null if the payment has no customer or does not belong to the given subject.
    /// </summary>
    public async Task<OfferSubject?> SubjectOfAsync(
        Payment payment,
        SubjectIds? given,
        CancellationToken cancellationToken
    )
    {
        if (payment.Customer?.CustomerId is not { Length: > 0 } customer)
            return null;
        await LinkAsync(payment, cancellationToken).ConfigureAwait(false);
        var subject = await FindAsync(given ?? SubjectIds.OfCustomer(customer), cancellationToken)
            .ConfigureAwait(false);
        return subject.CustomerIds.Contains(customer, StringComparer.Ordinal) ? subject : null;
    }

    /// <summary>
    /// Returns whether an offer belongs to a subject. An offer that was made to one of its customers, before the app
    /// named the user, is moved to the user.
    /// </summary>
    public async Task<bool> BelongsAsync(OfferRecord offer, OfferSubject subject, CancellationToken cancellationToken)
    {
        if (string.Equals(offer.SubjectId, subject.Id, StringComparison.Ordinal))
            return true;
        var made = IdsOf(offer);
        return subject.UserId is { } user
            && made.CustomerId is { } customer
            && subject.CustomerIds.Contains(customer, StringComparer.Ordinal)
            && await engine
                .Store.LinkAsync(engine.Environment, user, customer, engine.Clock.GetUtcNow(), cancellationToken)
                .ConfigureAwait(false);
    }

    private Task<OfferSubject> FindAsync(SubjectIds ids, CancellationToken cancellationToken) =>
        engine.Store.FindSubjectAsync(engine.Environment, ids, cancellationToken);

    private static string? UserOf(Payment payment) =>
        payment.Metadata.TryGetValue(OfferSubject.UserMetadataKey, out var value)
        && value.AsString() is { Length: > 0 and <= SubjectIds.MaxUserIdLength } user
        && !string.IsNullOrWhiteSpace(user)
            ? user
            : null;
}
