using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Entitlements;

internal sealed class EntitlementsControl(World world) : IResource
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
        lock (world.Gate)
        {
            var credit = EntitlementInput.ReadCredit(id, input, Find(customerId));
            world.CreditEntitlements.Put(credit);
            return EntitlementJson.Credit(credit);
        }
    }

    public JsonObject PutGrant(string customerId, string id, JsonInput input)
    {
        lock (world.Gate)
        {
            var grant = EntitlementInput.ReadGrant(id, input, world, Find(customerId));
            world.EntitlementGrants.Put(grant);
            return EntitlementJson.Grant(grant);
        }
    }

    private static JsonInput Body(RouteCall call) => call.HasBody ? call.Body() : JsonInput.Of([]);

    private Customer Find(string id) => world.Customers.Get(id);
}
