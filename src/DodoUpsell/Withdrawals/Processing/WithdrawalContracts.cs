using System.Net;
using DodoUpsell.Charging;

namespace DodoUpsell.Withdrawals;

/// <summary>Reads contracts from the API: payments of purchases, and subscriptions with their payments.</summary>
internal sealed class WithdrawalContracts(WithdrawalEngine engine)
{
    private const string SubscriptionPrefix = "sub_";
    private const int PageSize = 100;
    private const int MaxIdLength = 200;

    /// <summary>Returns a contract, or null if there is none.</summary>
    /// <param name="id">The id of a subscription or a payment. The contract of a renewal is its subscription.</param>
    /// <param name="at">The time for which the payments within the period are determined.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task<ContractReading?> ReadAsync(string id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(id) || id.Length > MaxIdLength)
            return null;
        if (id.StartsWith(SubscriptionPrefix, StringComparison.Ordinal))
            return await SubscriptionAsync(id, at, cancellationToken).ConfigureAwait(false);
        var payment = await FoundAsync(() => engine.Dodo.Payments.GetAsync(id, cancellationToken))
            .ConfigureAwait(false);
        if (payment is null || PaymentVerdicts.Of(payment) is not (PaymentVerdict.Succeeded or PaymentVerdict.Refunded))
            return null;
        return payment.Subscriptions() is [var only]
            ? await SubscriptionAsync(only, at, cancellationToken).ConfigureAwait(false)
            : await PurchaseAsync(payment, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Lists the contracts of a customer whose withdrawal period has not ended.</summary>
    public async Task<IReadOnlyList<WithdrawalContract>> ListAsync(
        string customerId,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var payments = await PaymentsAsync(new() { CustomerId = customerId }, now, cancellationToken)
            .ConfigureAwait(false);
        var contracts = new List<WithdrawalContract>();
        foreach (var payment in payments.Where(one => SubscriptionsOf(one).Count != 1))
        {
            contracts.Add(
                new()
                {
                    Id = payment.PaymentId,
                    CustomerId = customerId,
                    ConcludedAt = payment.CreatedAt,
                    WithdrawableUntil = WithdrawalPeriod.EndOf(payment.CreatedAt, engine.Options.Period),
                    Amount = payment.Total,
                    Description = await NamesAsync(payment.PaymentId, cancellationToken).ConfigureAwait(false),
                }
            );
        }

        var subscriptions = engine
            .Dodo.Subscriptions.ListAsync(
                new ListSubscriptionsRequest { CustomerId = customerId, PageSize = PageSize },
                cancellationToken
            )
            .ConfigureAwait(false);
        await foreach (var row in subscriptions)
        {
            if (!IsConcluded(row.Status))
                continue;
            var paid = payments
                .Where(one => SubscriptionsOf(one).Contains(row.SubscriptionId, StringComparer.Ordinal))
                .ToList();
            var concludedAt = ConcludedAt(row.CreatedAt, paid.Select(one => one.CreatedAt));
            if (WithdrawalPeriod.EndOf(concludedAt, engine.Options.Period) <= now)
                continue;
            contracts.Add(
                new()
                {
                    Id = row.SubscriptionId,
                    IsSubscription = true,
                    CustomerId = customerId,
                    ConcludedAt = concludedAt,
                    WithdrawableUntil = WithdrawalPeriod.EndOf(concludedAt, engine.Options.Period),
                    Amount = paid.FirstOrDefault()?.Total,
                    Description =
                        row.ProductName
                        ?? await ProductNameAsync(row.ProductId, cancellationToken).ConfigureAwait(false),
                }
            );
        }

        return contracts;
    }

    /// <summary>Returns whether an id is that of a product with a recurring price.</summary>
    public async Task<bool> IsPlanAsync(string productId, CancellationToken cancellationToken)
    {
        var product = await FoundAsync(() => engine.Dodo.Products.GetAsync(productId, cancellationToken))
            .ConfigureAwait(false);
        return product is { IsRecurring: true };
    }

    private async Task<ContractReading?> SubscriptionAsync(
        string id,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var subscription = await FoundAsync(() => engine.Dodo.Subscriptions.GetAsync(id, cancellationToken))
            .ConfigureAwait(false);
        if (subscription?.Customer?.CustomerId is not { Length: > 0 } customerId || !IsConcluded(subscription.Status))
            return null;
        var rows = await PaymentsAsync(new() { SubscriptionId = id }, at, cancellationToken).ConfigureAwait(false);

        // The filter is the server's. A payment of another subscription must never be refunded.
        var paid = rows.Where(one => one.CreatedAt <= at && SubscriptionsOf(one).Contains(id, StringComparer.Ordinal))
            .ToList();
        var concludedAt = ConcludedAt(subscription.CreatedAt, paid.Select(one => one.CreatedAt));
        return new(
            new()
            {
                Id = id,
                IsSubscription = true,
                CustomerId = customerId,
                ConcludedAt = concludedAt,
                WithdrawableUntil = WithdrawalPeriod.EndOf(concludedAt, engine.Options.Period),
                Amount = paid.FirstOrDefault()?.Total,
                Description = await ProductNameAsync(subscription.ProductId, cancellationToken).ConfigureAwait(false),
            },
            [.. paid.Select(one => one.PaymentId)],
            subscription,
            Purchase: null
        );
    }

    private async Task<ContractReading?> PurchaseAsync(Payment payment, CancellationToken cancellationToken) =>
        payment.Customer?.CustomerId is not { Length: > 0 } customerId
            ? null
            : new(
                new()
                {
                    Id = payment.PaymentId,
                    CustomerId = customerId,
                    ConcludedAt = payment.CreatedAt,
                    WithdrawableUntil = WithdrawalPeriod.EndOf(payment.CreatedAt, engine.Options.Period),
                    Amount = payment.Total,
                    Description = await NamesAsync(payment.PaymentId, cancellationToken).ConfigureAwait(false),
                },
                [payment.PaymentId],
                Subscription: null,
                payment
            );

    /// <summary>Lists the paid payments within the withdrawal period, the newest first.</summary>
    private async Task<List<PaymentListItem>> PaymentsAsync(
        ListPaymentsRequest filter,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        var from = WithdrawalPeriod.StartOfOpen(at, engine.Options.Period);
        var rows = new List<PaymentListItem>();
        var pages = engine
            .Dodo.Payments.ListAsync(
                filter with
                {
                    Status = PaymentStatus.Succeeded,
                    CreatedFrom = from,
                    PageSize = PageSize,
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        await foreach (var row in pages)
        {
            if (row.Status == PaymentStatus.Succeeded && row.CreatedAt >= from)
                rows.Add(row);
        }

        return
        [
            .. rows.DistinctBy(row => row.PaymentId, StringComparer.Ordinal).OrderByDescending(row => row.CreatedAt),
        ];
    }

    private DateTimeOffset ConcludedAt(DateTimeOffset createdAt, IEnumerable<DateTimeOffset> paidAt) =>
        engine.Options.RenewalsRestartPeriod ? paidAt.Append(createdAt).Max() : createdAt;

    private async Task<string> NamesAsync(string paymentId, CancellationToken cancellationToken)
    {
        var lines = await OptionalAsync(() => engine.Dodo.Payments.ListLineItemsAsync(paymentId, cancellationToken))
            .ConfigureAwait(false);
        return string.Join(
            ", ",
            lines?.Items.Select(line => line.Name).Where(name => !string.IsNullOrWhiteSpace(name)) ?? []
        );
    }

    private async Task<string> ProductNameAsync(string productId, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(productId))
            return "";
        var product = await OptionalAsync(() => engine.Dodo.Products.GetAsync(productId, cancellationToken))
            .ConfigureAwait(false);
        return product?.Name ?? "";
    }

    private static bool IsConcluded(SubscriptionStatus status) =>
        status != SubscriptionStatus.Pending && status != SubscriptionStatus.Failed;

    private static IReadOnlyList<string> SubscriptionsOf(PaymentListItem row) =>
        row.SubscriptionIds is { Count: > 0 } ids ? ids
        : string.IsNullOrEmpty(row.SubscriptionId) ? []
        : [row.SubscriptionId];

    private static async Task<T?> FoundAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (DodoApiException e) when (IsNotFound(e))
        {
            return null;
        }
    }

    // An id that the API considers malformed names nothing either.
    private static bool IsNotFound(DodoApiException e) =>
        e.StatusCode
            is HttpStatusCode.NotFound
                or HttpStatusCode.Gone
                or HttpStatusCode.BadRequest
                or HttpStatusCode.UnprocessableEntity;

    // A name that cannot be read must not prevent a withdrawal.
    private static async Task<T?> OptionalAsync<T>(Func<Task<T>> read)
        where T : class
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (DodoException)
        {
            return null;
        }
    }
}
