using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions.Billing;

internal sealed class ManualRetriesResource(World world, PaymentProcessor payments) : IResource
{
    private readonly ManualRetries _retries = new(world, payments);

    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/payments/{payment_id}/retry", call => WireResponse.Json(_retries.State(Find(call))));
        routes.Map("POST", "/payments/{payment_id}/retry", call => WireResponse.Json(_retries.Send(Find(call))));
    }

    private Payment Find(RouteCall call) => world.Payments.Get(call.Path("payment_id"));
}
