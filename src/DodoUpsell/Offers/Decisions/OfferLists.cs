using DodoUpsell.Charging;
using DodoUpsell.Diagnostics;

namespace DodoUpsell.Offers;

/// <summary>The lists of a subject's payments, subscriptions and refunds, and the answers of audiences.</summary>
internal sealed record OfferLists
{
    private const int PageSize = 100;

    public required IReadOnlyList<PaymentListItem> Payments { get; init; }

    /// <summary>Gets the subscriptions, including ended ones, or null if they could not be read.</summary>
    public required IReadOnlyList<SubscriptionListItem>? Subscriptions { get; init; }

    /// <summary>Gets the refunds, or null if they could not be read.</summary>
    public required IReadOnlyList<RefundListItem>? Refunds { get; init; }

    /// <summary>Gets what was bought with a purchase that has no cart, or null if it could not be read.</summary>
    public required PaymentLineItems? Lines { get; init; }

    public required IReadOnlyDictionary<string, bool> Audiences { get; init; }

    /// <summary>Returns the name of the type only, because lists contain personal data.</summary>
    public override string ToString() => nameof(OfferLists);

    /// <summary>Reads the lists that are needed. Those that are not are empty.</summary>
    /// <exception cref="DodoException">The payments could not be read.</exception>
    public static async Task<OfferLists> ReadAsync(
        OfferEngine engine,
        OfferOccasion occasion,
        OfferNeeds needs,
        CancellationToken cancellationToken
    )
    {
        var dodo = engine.Dodo;
        var customers = occasion.Subject.CustomerIds;
        using var reads = new ParallelReads(cancellationToken);
        var payments = customers
            .Select(id => reads.Start(stop => AllAsync(dodo.Payments.ListAsync(Of(id), stop))))
            .ToList();
        var subscriptions = StartFor(
            OfferFact.Subscriptions,
            (id, stop) => AllAsync(dodo.Subscriptions.ListAsync(new() { CustomerId = id, PageSize = PageSize }, stop))
        );
        var refunds = StartFor(
            OfferFact.Refunds,
            (id, stop) => AllAsync(dodo.Refunds.ListAsync(new() { CustomerId = id, PageSize = PageSize }, stop))
        );
        var lines = occasion.Purchase is { HasCart: false } purchase
            ? reads.Start(stop =>
                FactReads.TryAsync(
                    engine.Log,
                    OfferFact.PurchaseProducts,
                    () => dodo.Payments.ListLineItemsAsync(purchase.Payment.PaymentId, stop)
                )
            )
            : null;
        var audiences = needs
            .Audiences.Select(name => reads.Start(stop => AskAsync(engine, name, occasion, stop)))
            .ToList();
        await reads.CompleteAsync().ConfigureAwait(false);

        return new OfferLists
        {
            Payments = [.. (await Task.WhenAll(payments).ConfigureAwait(false)).SelectMany(rows => rows)],
            Subscriptions = await JoinAsync(subscriptions).ConfigureAwait(false),
            Refunds = await JoinAsync(refunds).ConfigureAwait(false),
            Lines = lines is null ? null : await lines.ConfigureAwait(false),
            Audiences = (await Task.WhenAll(audiences).ConfigureAwait(false))
                .Where(answer => answer.Contains is not null)
                .ToDictionary(answer => answer.Name, answer => answer.Contains == true, StringComparer.Ordinal),
        };

        ListPaymentsRequest Of(string customerId) => new() { CustomerId = customerId, PageSize = PageSize };

        List<Task<List<T>?>> StartFor<T>(OfferFact fact, Func<string, CancellationToken, Task<List<T>>> read) =>
            (needs.Has(fact) ? customers : [])
                .Select(id => reads.Start(stop => FactReads.TryAsync(engine.Log, fact, () => read(id, stop))))
                .ToList();
    }

    private static async Task<List<T>> AllAsync<T>(AsyncPageable<T> list)
    {
        var all = new List<T>();
        await foreach (var item in list.ConfigureAwait(false))
            all.Add(item);
        return all;
    }

    private static async Task<IReadOnlyList<T>?> JoinAsync<T>(List<Task<List<T>?>> lists)
    {
        var all = new List<T>();
        foreach (var list in lists)
        {
            if (await list.ConfigureAwait(false) is not { } rows)
                return null;
            all.AddRange(rows);
        }

        return all;
    }

    // Whatever an audience of the app does, the rules without it can still be decided.
    private static async Task<(string Name, bool? Contains)> AskAsync(
        OfferEngine engine,
        string name,
        OfferOccasion occasion,
        CancellationToken cancellationToken
    )
    {
        if (
            engine.Audiences.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal))
            is not { } audience
        )
            return (name, null);
        try
        {
            var context = new OfferAudienceContext
            {
                Subject = occasion.Subject,
                Placement = occasion.Placement ?? OfferPlacement.PostPurchase,
                Purchase = occasion.Purchase?.Payment,
            };
            return (name, await audience.ContainsAsync(context, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.AudienceFailed(engine.Log, name, e.GetType().Name);
            return (name, null);
        }
    }
}
