using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Addons;

internal sealed class AddonsResource(EmulatorState state) : IResource
{
    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/addons", List);
        routes.Map("GET", "/addons/{id}", call => WireResponse.Json(AddonJson.Full(state.Addons.Get(call.Path("id")))));
    }

    private WireResponse List(RouteCall call) =>
        WireResponse.Items(state.Addons.NewestFirst().Page(call.Query).Select(AddonJson.Full));
}
