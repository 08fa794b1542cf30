using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Disputes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Control;

/// <summary>Does what a customer's bank, and the seller in the dashboard, do with a payment in dispute.</summary>
internal sealed class DisputesControl(World world) : IResource
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
        lock (world.Gate)
            return DisputeJson.Full(new DisputeProcessor(world).Open(world.Payments.Get(paymentId), amount, reason));
    }

    public JsonObject Move(string disputeId, Func<string> status)
    {
        lock (world.Gate)
        {
            var dispute = world.Disputes.Get(disputeId);
            new DisputeProcessor(world).Move(dispute, status());
            return DisputeJson.Full(dispute);
        }
    }

    private WireResponse Open(RouteCall call)
    {
        var body = call.HasBody ? call.Body() : JsonInput.Of([]);
        return WireResponse.Json(Open(call.Path("id"), body.OptionalInt32("amount"), body.OptionalText("reason")));
    }
}
