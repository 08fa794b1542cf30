using DodoUpsell.Http;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

internal sealed class AddonsClient(Transport transport) : IAddonsClient
{
    public AsyncPageable<Addon> ListAsync(
        ListAddonsRequest? request = null,
        CancellationToken cancellationToken = default
    )
    {
        request ??= new();
        request.Validate();
        var filters = new QueryString();
        return transport.List(
            Operations.Addons.List,
            Operations.Addons.List.Route,
            filters,
            request.PageSize,
            AddonJson.ReadList,
            cancellationToken
        );
    }

    public Task<Addon> GetAsync(string addonId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Operations.Addons.Find,
            Operations.Addons.Find.Path(addonId),
            AddonJson.Read,
            cancellationToken
        );
}
