using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Checkout;

internal sealed class CheckoutSessionsResource(EmulatorState state, PaymentProcessor payments) : IResource
{
    private readonly CheckoutOpening _opening = new(state, payments);

    public void Map(RouteTable routes)
    {
        routes.Map("POST", "/checkouts", Create);
        routes.Map("POST", "/checkouts/preview", Preview);
        routes.Map("GET", "/checkouts/{id}", Get);
    }

    private WireResponse Create(RouteCall call) =>
        WireResponse.Json(_opening.Open(CheckoutRequest.Read(call.Body()), call.Origin).ToCreatedJson());

    private WireResponse Preview(RouteCall call)
    {
        var request = CheckoutRequest.Read(call.Body());
        var cart = _opening.Preview(request);
        var country = request.BillingAddress?.Country ?? CheckoutOpening.DefaultCountry;
        return WireResponse.Json(PreviewJson.Of(cart, country, state.TaxPercent(country), state.Now));
    }

    private WireResponse Get(RouteCall call)
    {
        var session = state.CheckoutSessions.Get(call.Path("id"));
        if (session.Payment is { } payment)
            payments.NoteRead(payment);

        return WireResponse.Json(session.ToStatusJson());
    }
}
