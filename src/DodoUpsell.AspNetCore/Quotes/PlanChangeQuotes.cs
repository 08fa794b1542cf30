using System.Net;

namespace DodoUpsell.AspNetCore.Quotes;

/// <inheritdoc cref="IPlanChangeQuotes"/>
internal sealed class PlanChangeQuotes(
    IDodoClient dodo,
    IPlanChangeFlow flow,
    IPlanChangeQuoteStore quotes,
    IOfferStore? subjects,
    Func<int> maxPerSubject,
    TimeProvider clock
) : IPlanChangeQuotes
{
    // A confirmation that comes late is refused as expired, rather than as unknown.
    private static readonly TimeSpan KeptAfterExpiry = TimeSpan.FromHours(1);
    private static readonly TimeSpan KeptAfterConfirmation = TimeSpan.FromDays(30);

    public async Task<PlanChangeQuote?> QuoteAsync(
        SubjectIds subject,
        PlanChangeRequest request,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(request);
        var known = await SubjectAsync(subject, cancellationToken).ConfigureAwait(false);
        if (!await OwnsAsync(known, request.SubscriptionId, cancellationToken).ConfigureAwait(false))
            return null;
        var quote = await flow.PreviewAsync(request, cancellationToken).ConfigureAwait(false);
        if (!quote.IsPossible)
            return quote;
        if (!Owns(known, quote.CustomerId))
            return null;
        await StoreAsync(known, quote, cancellationToken).ConfigureAwait(false);
        return quote;
    }

    public async Task<PlanChangeQuote?> FindAsync(
        SubjectIds subject,
        string quoteId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(subject);
        var known = await SubjectAsync(subject, cancellationToken).ConfigureAwait(false);
        return await FindAsync(known, quoteId, cancellationToken).ConfigureAwait(false);
    }

    public async Task<PlanChangeOutcome?> ConfirmAsync(
        SubjectIds subject,
        string quoteId,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(subject);
        var known = await SubjectAsync(subject, cancellationToken).ConfigureAwait(false);
        if (await FindAsync(known, quoteId, cancellationToken).ConfigureAwait(false) is not { } quote)
            return null;

        // Before the change, so that the quote is there when the request is repeated.
        var now = clock.GetUtcNow();
        if (
            !await quotes
                .ConfirmAsync(dodo.Environment, quoteId, now, now + KeptAfterConfirmation, cancellationToken)
                .ConfigureAwait(false)
        )
            return null;
        var outcome = await flow.ConfirmAsync(quote, cancellationToken).ConfigureAwait(false);
        if (outcome is PlanChangeOutcome.QuoteChanged { NewQuote: { IsPossible: true } renewed })
            await StoreAsync(known, renewed, cancellationToken).ConfigureAwait(false);
        return outcome;
    }

    private async Task<PlanChangeQuote?> FindAsync(
        OfferSubject subject,
        string quoteId,
        CancellationToken cancellationToken
    ) =>
        await quotes.FindAsync(dodo.Environment, quoteId, cancellationToken).ConfigureAwait(false) is { } record
        && Owns(subject, record.CustomerId)
            ? PlanChangeQuote.Parse(record.Quote)
            : null;

    private Task StoreAsync(OfferSubject subject, PlanChangeQuote quote, CancellationToken cancellationToken) =>
        quotes.AddAsync(
            new PlanChangeQuoteRecord
            {
                Environment = dodo.Environment,
                Id = quote.Id,
                SubjectId = subject.Id,
                CustomerId = quote.CustomerId,
                Quote = quote.ToJson(),
                MadeAt = clock.GetUtcNow(),
                KeptUntil = quote.ExpiresAt + KeptAfterExpiry,
            },
            maxPerSubject(),
            clock.GetUtcNow(),
            cancellationToken
        );

    private async Task<bool> OwnsAsync(OfferSubject subject, string subscriptionId, CancellationToken cancellationToken)
    {
        if (subject.CustomerIds.Count == 0)
            return false;
        try
        {
            var subscription = await dodo
                .Subscriptions.GetAsync(subscriptionId, cancellationToken)
                .ConfigureAwait(false);
            return Owns(subject, subscription.Customer?.CustomerId);
        }
        catch (DodoApiException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private static bool Owns(OfferSubject subject, string? customerId) =>
        customerId is { Length: > 0 } && subject.CustomerIds.Contains(customerId, StringComparer.Ordinal);

    // Without offers there are no links, so a subject has the customer that the app named.
    private async Task<OfferSubject> SubjectAsync(SubjectIds ids, CancellationToken cancellationToken) =>
        subjects is not null
            ? await subjects.FindSubjectAsync(dodo.Environment, ids, cancellationToken).ConfigureAwait(false)
            : new OfferSubject
            {
                Id = ids.UserId is { } user ? $"user:{user}" : $"customer:{ids.CustomerId}",
                UserId = ids.UserId,
                CustomerIds = ids.CustomerId is { } customer ? [customer] : [],
            };
}
