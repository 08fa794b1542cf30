using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Customers;

internal sealed class CustomersResource(EmulatorState state) : IResource
{
    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/customers", List);
        routes.Map("POST", "/customers", Create);
        routes.Map("GET", "/customers/{customer_id}", call => WireResponse.Json(CustomerJson.Full(Find(call))));
        routes.Map("PATCH", "/customers/{customer_id}", Update);
    }

    private Customer Find(RouteCall call) => state.Customers.Get(call.Path("customer_id"));

    private WireResponse List(RouteCall call)
    {
        var email = call.Query.Text("email");
        var name = call.Query.Text("name");
        var from = call.Query.Time("created_at_gte") ?? DateTimeOffset.MinValue;
        var to = call.Query.Time("created_at_lte") ?? DateTimeOffset.MaxValue;

        return WireResponse.Items(
            state
                .Customers.NewestFirst()
                .Where(customer =>
                    email is null || string.Equals(customer.Email, email, StringComparison.OrdinalIgnoreCase)
                )
                .Where(customer => name is null || customer.Name.Contains(name, StringComparison.OrdinalIgnoreCase))
                .Where(customer => customer.CreatedAt >= from && customer.CreatedAt <= to)
                .Page(call.Query)
                .Select(CustomerJson.Full)
        );
    }

    private WireResponse Create(RouteCall call)
    {
        var body = call.Body();
        var customer = new Customer
        {
            Id = state.Ids.Next("cus"),
            CreatedAt = state.Now,
            Email = body.Email(),
            Name = body.Text("name"),
            PhoneNumber = body.OptionalText("phone_number"),
            Metadata = body.Metadata(),
        };
        state.Customers.Put(customer);
        return WireResponse.Json(CustomerJson.Full(customer));
    }

    private WireResponse Update(RouteCall call)
    {
        var customer = Find(call);
        var body = call.Body();
        // Everything is read before anything is changed, so a refused request changes nothing.
        var email = body.OptionalEmail() ?? customer.Email;
        var name = body.OptionalText("name") ?? customer.Name;
        var phoneNumber = body.OptionalText("phone_number") ?? customer.PhoneNumber;
        customer.Metadata = body.OptionalMetadata() ?? customer.Metadata;
        customer.Email = email;
        customer.Name = name;
        customer.PhoneNumber = phoneNumber;
        return WireResponse.Json(CustomerJson.Full(customer));
    }
}
