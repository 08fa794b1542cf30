using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Withdrawals;

/// <summary>
/// Provides the app's policy and handlers: those in the container, resolved in a new scope for each use, or given ones.
/// </summary>
internal sealed class WithdrawalServices(
    IServiceScopeFactory? scopes,
    string? brand,
    IWithdrawalPolicy? policy = null,
    IReadOnlyList<IWithdrawalHandler>? handlers = null
)
{
    /// <summary>Asks the app's policy. Without one, the default applies.</summary>
    public async Task<WithdrawalDecision> DecideAsync(
        WithdrawalPolicyContext context,
        CancellationToken cancellationToken
    )
    {
        if (scopes is null)
            return await DecideAsync(policy, context, cancellationToken).ConfigureAwait(false);
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var services = scope.ServiceProvider;
            var own = brand is null
                ? services.GetService<IWithdrawalPolicy>()
                : services.GetKeyedService<IWithdrawalPolicy>(brand);
            return await DecideAsync(own, context, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Tells all handlers, one after another. Returns whether there are any.</summary>
    public async Task<bool> TellAsync(
        WithdrawalNotice notice,
        Withdrawal withdrawal,
        CancellationToken cancellationToken
    )
    {
        if (scopes is null)
            return await TellAsync([.. handlers ?? []], notice, withdrawal, cancellationToken).ConfigureAwait(false);
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var services = scope.ServiceProvider;
            var all = brand is null
                ? services.GetServices<IWithdrawalHandler>()
                : services.GetKeyedServices<IWithdrawalHandler>(brand);
            return await TellAsync([.. all], notice, withdrawal, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<WithdrawalDecision> DecideAsync(
        IWithdrawalPolicy? policy,
        WithdrawalPolicyContext context,
        CancellationToken cancellationToken
    )
    {
        if (policy is not null)
            return await policy.DecideAsync(context, cancellationToken).ConfigureAwait(false);
        return context.IsInTime
            ? WithdrawalDecision.RefundInFull()
            : WithdrawalDecision.Review(WithdrawalReviewReason.Late);
    }

    private static async Task<bool> TellAsync(
        List<IWithdrawalHandler> all,
        WithdrawalNotice notice,
        Withdrawal withdrawal,
        CancellationToken cancellationToken
    )
    {
        foreach (var handler in all)
            await handler.HandleAsync(notice, withdrawal, cancellationToken).ConfigureAwait(false);
        return all.Count > 0;
    }
}

/// <summary>Adapts a delegate to a handler of withdrawals.</summary>
internal sealed class DelegateWithdrawalHandler(Func<WithdrawalNotice, Withdrawal, CancellationToken, Task> handle)
    : IWithdrawalHandler
{
    public Task HandleAsync(
        WithdrawalNotice notice,
        Withdrawal withdrawal,
        CancellationToken cancellationToken = default
    ) => handle(notice, withdrawal, cancellationToken);
}
