using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Customers;

internal static class CustomerJson
{
    public static JsonObject Full(Customer customer)
    {
        var json = Limited(customer);
        json["business_id"] = EmulatorState.BusinessId;
        json["created_at"] = WireTime.Write(customer.CreatedAt);
        return json;
    }

    /// <summary>Returns the part of a customer that payments contain.</summary>
    public static JsonObject Limited(Customer customer) =>
        new()
        {
            ["customer_id"] = customer.Id,
            ["email"] = customer.Email,
            ["name"] = customer.Name,
            ["phone_number"] = customer.PhoneNumber,
            ["metadata"] = customer.Metadata.DeepClone(),
        };
}
