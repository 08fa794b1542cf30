using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Customers;

/// <summary>The buyer: an existing customer by id, or the details of one who may be new.</summary>
internal abstract record CustomerReference
{
    // If the request has both an id and an e-mail, the API's union selects the first matching case: the id.
    public static CustomerReference Read(JsonInput input) =>
        input.Has("customer_id")
            ? new Existing(input.Text("customer_id"))
            : new Details(input.Email(), input.OptionalText("name"), input.OptionalText("phone_number"));

    /// <summary>Finds the customer without creating one. Returns null for a new customer.</summary>
    public Customer? Find(EmulatorState state) =>
        this switch
        {
            Existing existing => state.Customers.Get(existing.CustomerId),
            Details details => state.Customers.FirstOrDefault(customer =>
                string.Equals(customer.Email, details.Email, StringComparison.OrdinalIgnoreCase)
            ),
            _ => null,
        };

    /// <summary>
    /// Finds the customer, matching details by e-mail unless every request is to create a new customer.
    /// </summary>
    public Customer FindOrCreate(EmulatorState state, bool alwaysCreate)
    {
        if ((this is Existing || !alwaysCreate) && Find(state) is { } known)
            return known;

        var details = (Details)this;
        var customer = new Customer
        {
            Id = state.Ids.Next("cus"),
            CreatedAt = state.Now,
            Email = details.Email,
            Name = details.Name ?? string.Empty,
            PhoneNumber = details.PhoneNumber,
        };
        state.Customers.Put(customer);
        return customer;
    }

    public sealed record Existing(string CustomerId) : CustomerReference;

    public sealed record Details(string Email, string? Name, string? PhoneNumber) : CustomerReference;
}
