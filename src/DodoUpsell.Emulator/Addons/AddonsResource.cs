using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Addons;

internal sealed class AddonsResource(World world) : IResource
{
    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/addons", List);
        routes.Map("GET", "/addons/{id}", call => WireResponse.Json(AddonJson.Full(world.Addons.Get(call.Path("id")))));
    }

    private WireResponse List(RouteCall call) =>
        WireResponse.Items(world.Addons.NewestFirst().Page(call.Query).Select(AddonJson.Full));
}
