using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Offers;

/// <summary>Tells a new instance of an observer each time, in a scope of its own.</summary>
internal sealed class ScopedObserver<T>(IServiceScopeFactory scopes) : IOfferObserver
    where T : class, IOfferObserver
{
    public async Task OnChangedAsync(OfferChange change, CancellationToken cancellationToken = default)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            await scope
                .ServiceProvider.GetRequiredService<T>()
                .OnChangedAsync(change, cancellationToken)
                .ConfigureAwait(false);
        }
    }
}

/// <summary>An observer that is a delegate.</summary>
internal sealed class DelegateObserver(Func<OfferChange, CancellationToken, Task> observe) : IOfferObserver
{
    public Task OnChangedAsync(OfferChange change, CancellationToken cancellationToken = default) =>
        observe(change, cancellationToken);
}
