using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Faults;

internal sealed class FaultsControl(EmulatorState state) : IResource
{
    public void Map(RouteTable routes)
    {
        routes.Map(
            "GET",
            "/_emulator/faults",
            _ => WireResponse.Json(new JsonObject { ["items"] = state.Faults.ToJson() })
        );
        routes.Map(
            "POST",
            "/_emulator/faults",
            call => WireResponse.Json(state.Faults.Add(FaultInput.Read(call.Body())))
        );
        routes.Map(
            "DELETE",
            "/_emulator/faults",
            _ =>
            {
                state.Faults.Clear();
                return WireResponse.NoContent;
            }
        );
    }
}
