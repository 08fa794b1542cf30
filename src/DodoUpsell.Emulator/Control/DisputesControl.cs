using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Disputes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Control;

/// <summary>
/// Performs the actions of a customer's bank, and of the seller in the dashboard, on disputed payments.
/// </summary>
internal sealed class DisputesControl(EmulatorState state) : IResource
{
    public void Map(RouteTable routes)
    {
        routes.Map("POST", "/_emulator/payments/{id}/dispute", Open);
        routes.Map(
            "POST",
            "/_emulator/disputes/{id}",
            call => WireResponse.Json(Move(call.Path("id"), () => call.Body().Choice("status", DisputeStatus.Later)))
        );
    }

    public JsonObject Open(string paymentId, int? amount, string? reason)
    {
        lock (state.Gate)
            return DisputeJson.Full(new DisputeProcessor(state).Open(state.Payments.Get(paymentId), amount, reason));
    }

    public JsonObject Move(string disputeId, Func<string> status)
    {
        lock (state.Gate)
        {
            var dispute = state.Disputes.Get(disputeId);
            new DisputeProcessor(state).Move(dispute, status());
            return DisputeJson.Full(dispute);
        }
    }

    private WireResponse Open(RouteCall call)
    {
        var body = call.HasBody ? call.Body() : JsonInput.Of([]);
        return WireResponse.Json(Open(call.Path("id"), body.OptionalInt32("amount"), body.OptionalText("reason")));
    }
}
