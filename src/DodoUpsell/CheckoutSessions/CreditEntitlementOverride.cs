namespace DodoUpsell;

/// <summary>
/// Represents the number of credits that one purchase grants instead of the number set on the product.
/// </summary>
public sealed record CreditEntitlementOverride : ApiObject
{
    /// <summary>Gets the id of the credit entitlement. It must already be attached to the product.</summary>
    public required string CreditEntitlementId { get; init; }

    /// <summary>Gets the number of credits, as a decimal number in text. Must be greater than 0.</summary>
    public required string CreditsAmount { get; init; }

    internal void Validate(string name)
    {
        Check.NotBlank(CreditEntitlementId, nameof(CreditEntitlementId), name);
        Check.PositiveDecimalText(CreditsAmount, nameof(CreditsAmount), name);
    }
}
