using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Offers;

/// <summary>
/// Asks a new instance of an audience each time, in a scope of its own: audiences are asked in parallel, and services
/// such as a database context are not safe for that.
/// </summary>
internal sealed class ScopedAudience<T>(IServiceScopeFactory scopes) : IOfferAudience
    where T : class, IOfferAudience
{
    private string? _name;

    public string Name => _name ??= ReadName();

    public async ValueTask<bool> ContainsAsync(
        OfferAudienceContext context,
        CancellationToken cancellationToken = default
    )
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            return await scope
                .ServiceProvider.GetRequiredService<T>()
                .ContainsAsync(context, cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private string ReadName()
    {
        using var scope = scopes.CreateScope();
        return scope.ServiceProvider.GetRequiredService<T>().Name;
    }
}

/// <summary>An audience that is a delegate.</summary>
internal sealed class DelegateAudience(
    string name,
    Func<OfferAudienceContext, CancellationToken, ValueTask<bool>> contains
) : IOfferAudience
{
    public string Name => name;

    public ValueTask<bool> ContainsAsync(OfferAudienceContext context, CancellationToken cancellationToken = default) =>
        contains(context, cancellationToken);
}
