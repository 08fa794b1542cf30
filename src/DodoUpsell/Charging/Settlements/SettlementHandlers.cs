using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Charging.Settlements;

/// <summary>
/// Provides the settlement handlers: the SDK's own, those in the container, resolved in a new scope for each attempt, and
/// the delegates.
/// </summary>
/// <param name="scopes">The container, or null if there is none.</param>
/// <param name="brand">The service key of the brand, or null if there are no brands.</param>
/// <param name="own">The SDK's own handler, which the app's handlers follow, or null if there is none.</param>
internal sealed class SettlementHandlers(
    IServiceScopeFactory? scopes = null,
    string? brand = null,
    Func<IChargeSettlementHandler>? own = null
)
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
            // If a handler cannot be created, the scope of the others must be closed.
            await scope.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        List<NamedHandler> Bind(IEnumerable<IChargeSettlementHandler> handlers) =>
            [.. own is null ? [] : (NamedHandler[])[Named(own()) with { IsSystem = true }], .. handlers.Select(Named)];

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
