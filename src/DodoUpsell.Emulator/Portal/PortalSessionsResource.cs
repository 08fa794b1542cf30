using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Portal;

/// <summary>Creates sign-in links for customers. Parameters come in the query; there is no body.</summary>
internal sealed class PortalSessionsResource(EmulatorState state) : IResource
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    public void Map(RouteTable routes) =>
        routes.Map("POST", "/customers/{customer_id}/customer-portal/session", Create);

    private WireResponse Create(RouteCall call)
    {
        var customer = state.Customers.Get(call.Path("customer_id"));
        // In test mode no e-mail is sent, whatever the request says.
        _ = call.Query.Flag("send_email");
        var session = new PortalSession(
            state.Ids.Next("cps"),
            customer,
            call.Query.OptionalPageAddress("return_url"),
            state.Now + Lifetime
        );
        state.PortalSessions.Put(session);
        return WireResponse.Json(new JsonObject { ["link"] = HostedPages.Portal(state, call.Origin, session.Id) });
    }
}
