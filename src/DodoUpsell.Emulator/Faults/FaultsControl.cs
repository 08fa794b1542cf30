using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Faults;

internal sealed class FaultsControl(World world) : IResource
{
    public void Map(RouteTable routes)
    {
        routes.Map(
            "GET",
            "/_emulator/faults",
            _ => WireResponse.Json(new JsonObject { ["items"] = world.Faults.ToJson() })
        );
        routes.Map(
            "POST",
            "/_emulator/faults",
            call => WireResponse.Json(world.Faults.Add(FaultInput.Read(call.Body())))
        );
        routes.Map(
            "DELETE",
            "/_emulator/faults",
            _ =>
            {
                world.Faults.Clear();
                return WireResponse.NoContent;
            }
        );
    }
}
