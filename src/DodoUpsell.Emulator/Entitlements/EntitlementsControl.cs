using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Entitlements;

internal sealed class EntitlementsControl(EmulatorState state) : IResource
{
    public void Map(RouteTable routes)
    {
        routes.Map(
            "PUT",
            "/_emulator/customers/{customer_id}/credit-entitlements/{id}",
            call => WireResponse.Json(PutCredit(call.Path("customer_id"), call.Path("id"), Body(call)))
        );
        routes.Map(
            "PUT",
            "/_emulator/customers/{customer_id}/entitlement-grants/{id}",
            call => WireResponse.Json(PutGrant(call.Path("customer_id"), call.Path("id"), Body(call)))
        );
    }

    public JsonObject PutCredit(string customerId, string id, JsonInput input)
    {
        lock (state.Gate)
        {
            var credit = EntitlementInput.ReadCredit(id, input, Find(customerId));
            state.CreditEntitlements.Put(credit);
            return EntitlementJson.Credit(credit);
        }
    }

    public JsonObject PutGrant(string customerId, string id, JsonInput input)
    {
        lock (state.Gate)
        {
            var grant = EntitlementInput.ReadGrant(id, input, state, Find(customerId));
            state.EntitlementGrants.Put(grant);
            return EntitlementJson.Grant(grant);
        }
    }

    private static JsonInput Body(RouteCall call) => call.HasBody ? call.Body() : JsonInput.Of([]);

    private Customer Find(string id) => state.Customers.Get(id);
}
