using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Entitlements;

/// <summary>The entitlements of customers. Only tests create them; purchases grant nothing in the emulator.</summary>
internal sealed class EntitlementsResource(EmulatorState state) : IResource
{
    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/customers/{customer_id}/credit-entitlements", ListCredits);
        routes.Map("GET", "/customers/{customer_id}/entitlements", ListEntitlements);
        routes.Map("GET", "/customers/{customer_id}/entitlement-grants", ListGrants);
    }

    private Customer Find(RouteCall call) => state.Customers.Get(call.Path("customer_id"));

    private WireResponse ListCredits(RouteCall call)
    {
        var customer = Find(call);
        return WireResponse.Items(state.Indexes.CreditsByCustomer.Of(customer.Id).Select(EntitlementJson.Credit));
    }

    private WireResponse ListEntitlements(RouteCall call)
    {
        var customer = Find(call);
        return WireResponse.Items(state.Indexes.GrantsByCustomer.NewestFirst(customer.Id).Select(EntitlementJson.Item));
    }

    private WireResponse ListGrants(RouteCall call)
    {
        var customer = Find(call);
        var status = call.Query.Choice("status", EntitlementInput.Statuses);
        var integrationType = call.Query.Choice("integration_type", EntitlementInput.IntegrationTypes);
        return WireResponse.Items(
            state
                .Indexes.GrantsByCustomer.NewestFirst(customer.Id)
                .Where(grant => status is null || string.Equals(grant.Status, status, StringComparison.Ordinal))
                .Where(grant =>
                    integrationType is null
                    || string.Equals(grant.IntegrationType, integrationType, StringComparison.Ordinal)
                )
                .Page(call.Query)
                .Select(EntitlementJson.Grant)
        );
    }
}
