using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions.Billing;

internal sealed class ManualRetriesResource(EmulatorState state, PaymentProcessor payments) : IResource
{
    private readonly ManualRetries _retries = new(state, payments);

    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/payments/{payment_id}/retry", call => WireResponse.Json(_retries.State(Find(call))));
        routes.Map("POST", "/payments/{payment_id}/retry", call => WireResponse.Json(_retries.Send(Find(call))));
    }

    private Payment Find(RouteCall call) => state.Payments.Get(call.Path("payment_id"));
}
