using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.Offers;
using Microsoft.EntityFrameworkCore;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>The database statements that find, link and erase subjects.</summary>
internal sealed class SubjectStatements(OfferScope scope)
{
    public async Task<OfferSubject> FindAsync(SubjectIds ids, CancellationToken cancellationToken)
    {
        var (user, customer) = (ids.UserId, ids.CustomerId);
        var links = scope.Rows<LinkRow>();
        var ofCustomer = links.Where(link => link.CustomerId == customer);
        var found = user is not null
            ? links.Where(link => link.UserId == user || link.CustomerId == customer)
            : links.Where(link =>
                link.CustomerId == customer || link.UserId == ofCustomer.Select(own => own.UserId).FirstOrDefault()
            );
        var rows = await found.ToListAsync(cancellationToken).ConfigureAwait(false);

        var linked = rows.Find(row => Same(row.CustomerId, customer))?.UserId;
        var owner = user ?? linked;
        foreach (var row in rows)
        {
            scope.Mine(row);
            if (!Same(row.CustomerId, customer))
                KeyComparison.Require(row.UserId, owner ?? "");
        }

        return SubjectRules.SubjectOf(
            ids,
            linked,
            [
                .. rows.Where(row => Same(row.UserId, owner))
                    .OrderByDescending(row => row.LinkedAt)
                    .ThenByDescending(row => row.CustomerId, StringComparer.Ordinal)
                    .Select(row => row.CustomerId),
            ]
        );
    }

    public async Task<bool> LinkAsync(
        string userId,
        string customerId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var link = LinkRow.Of(scope.Account, scope.Environment, userId, customerId, now);
        return await scope.IsDirectAsync(cancellationToken).ConfigureAwait(false)
            ? await new DirectSubjects(scope).LinkAsync(link, cancellationToken).ConfigureAwait(false)
            : await new PortableSubjects(scope).LinkAsync(link, cancellationToken).ConfigureAwait(false);
    }

    public async Task<int> EraseAsync(
        OfferSubject subject,
        bool eraseReceipts,
        DateTime now,
        CancellationToken cancellationToken
    ) =>
        await scope.IsDirectAsync(cancellationToken).ConfigureAwait(false)
            ? await new DirectSubjects(scope)
                .EraseAsync(subject, eraseReceipts, now, cancellationToken)
                .ConfigureAwait(false)
            : await new PortableSubjects(scope)
                .EraseAsync(subject, eraseReceipts, now, cancellationToken)
                .ConfigureAwait(false);

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);
}
