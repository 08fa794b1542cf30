using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.PaymentMethods;

internal sealed class PaymentMethodsResource(EmulatorState state) : IResource
{
    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/customers/{customer_id}/payment-methods", List);
        routes.Map("DELETE", "/customers/{customer_id}/payment-methods/{payment_method_id}", Delete);
    }

    // The order is not documented. Here the most recently used card comes first, which may be an expired one.
    private WireResponse List(RouteCall call)
    {
        var customer = state.Customers.Get(call.Path("customer_id"));
        return WireResponse.Items(
            state
                .Indexes.MethodsByCustomer.NewestFirst(customer.Id)
                .Where(method => !method.IsRemoved)
                .OrderByDescending(method => method.LastUsedAt ?? DateTimeOffset.MinValue)
                .Select(PaymentMethodJson.Item)
        );
    }

    private WireResponse Delete(RouteCall call)
    {
        var customer = state.Customers.Get(call.Path("customer_id"));
        var method = state.PaymentMethods.Get(call.Path("payment_method_id"));
        if (method.Customer != customer)
            throw ApiException.NotFound($"payment method `{method.Id}`");

        if (
            state
                .Indexes.SubscriptionsByCustomer.Of(customer.Id)
                .Any(subscription => subscription.IsActive && subscription.Method == method)
        )
            throw new ApiException(
                409,
                ErrorCodes.PaymentMethodInUse,
                "an active subscription uses the payment method"
            );

        method.IsRemoved = true;
        return WireResponse.NoContent;
    }
}
