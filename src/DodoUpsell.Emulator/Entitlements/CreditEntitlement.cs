using DodoUpsell.Emulator.Customers;

namespace DodoUpsell.Emulator.Entitlements;

/// <summary>What a customer has of some credit. Amounts are decimal texts, as the API writes them.</summary>
internal sealed record CreditEntitlement(
    Customer Customer,
    string Id,
    string Name,
    string Unit,
    string? Description,
    string Balance,
    string Overage
)
{
    public string Key => $"{Customer.Id}/{Id}";
}
