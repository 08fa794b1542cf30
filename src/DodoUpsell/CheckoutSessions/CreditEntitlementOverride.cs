namespace DodoUpsell;

/// <summary>How many credits one purchase grants, in place of what the product says.</summary>
public sealed record CreditEntitlementOverride : ApiObject
{
    /// <summary>Gets the kind of credits; it must be attached to the product already.</summary>
    public required string CreditEntitlementId { get; init; }

    /// <summary>Gets how many, as a decimal number in text; more than 0.</summary>
    public required string CreditsAmount { get; init; }

    internal void Validate(string name)
    {
        Check.NotBlank(CreditEntitlementId, nameof(CreditEntitlementId), name);
        Check.PositiveDecimalText(CreditsAmount, nameof(CreditsAmount), name);
    }
}
