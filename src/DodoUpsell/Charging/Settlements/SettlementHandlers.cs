using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Charging.Settlements;

/// <summary>
/// The handlers of settlements: those in the container, in a scope of their own for each attempt, and the delegates.
/// </summary>
/// <param name="scopes">The container; null without one.</param>
/// <param name="brand">The key of the brand; null without brands.</param>
internal sealed class SettlementHandlers(IServiceScopeFactory? scopes = null, string? brand = null)
{
    private readonly object _gate = new();
    private IReadOnlyList<IChargeSettlementHandler> _delegates = [];

    public void Add(IChargeSettlementHandler handler)
    {
        lock (_gate)
            _delegates = [.. _delegates, handler];
    }

    public async Task<HandlerSet> OpenAsync(ChargeSettlement settlement, SettlementContext context)
    {
        if (scopes is null)
            return new HandlerSet(Bind(_delegates));
        var scope = scopes.CreateAsyncScope();
        try
        {
            var services = scope.ServiceProvider;
            var handlers = brand is null
                ? services.GetServices<IChargeSettlementHandler>()
                : services.GetKeyedServices<IChargeSettlementHandler>(brand);
            return new HandlerSet(Bind([.. handlers, .. _delegates]), scope);
        }
        catch
        {
            // A handler that cannot be created must not leave the others' scope open.
            await scope.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        List<NamedHandler> Bind(IEnumerable<IChargeSettlementHandler> handlers) =>
            handlers
                .Select(handler => new NamedHandler(
                    handler.GetType().Name,
                    cancellationToken => handler.HandleAsync(settlement, context, cancellationToken)
                ))
                .ToList();
    }
}

/// <summary>A delegate as a handler.</summary>
internal sealed class DelegateSettlementHandler(
    Func<ChargeSettlement, SettlementContext, CancellationToken, Task> handle
) : IChargeSettlementHandler
{
    public Task HandleAsync(
        ChargeSettlement settlement,
        SettlementContext context,
        CancellationToken cancellationToken = default
    ) => handle(settlement, context, cancellationToken);
}
