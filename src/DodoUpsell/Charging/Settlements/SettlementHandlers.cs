using DodoUpsell.DependencyInjection;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Charging.Settlements;

/// <summary>
/// Provides the settlement handlers: the SDK's own and those of the app in the container, resolved in a new scope for each
/// attempt, and the delegates.
/// </summary>
/// <param name="scopes">The container, or null if there is none.</param>
/// <param name="brand">The service key of the brand, or null if there are no brands.</param>
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
            return new HandlerSet([.. _delegates.Select(Named)]);
        var scope = scopes.CreateAsyncScope();
        try
        {
            var services = scope.ServiceProvider;
            var system = services.All<ISystemSettlementHandler>(brand).Select(Named);
            var handlers = services.All<IChargeSettlementHandler>(brand).Concat(_delegates).Select(Named);
            return new HandlerSet([.. system.Select(handler => handler with { IsSystem = true }), .. handlers], scope);
        }
        catch
        {
            // If a handler cannot be created, the scope of the others must be closed.
            await scope.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        NamedHandler Named(IChargeSettlementHandler handler) =>
            new(
                handler.GetType().Name,
                cancellationToken => handler.HandleAsync(settlement, context, cancellationToken)
            );
    }
}

/// <summary>Adapts a delegate to a settlement handler.</summary>
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
