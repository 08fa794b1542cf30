using DodoUpsell.Emulator.Customers;

namespace DodoUpsell.Emulator.Entitlements;

/// <summary>The credit balance of a customer. Amounts are decimal texts, as in the API.</summary>
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
