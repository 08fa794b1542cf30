namespace DodoUpsell;

/// <summary>Represents an add-on and its quantity for a subscription product.</summary>
public sealed record AddonQuantity : ApiObject
{
    /// <summary>Gets the add-on's id.</summary>
    public required string AddonId { get; init; }

    /// <summary>
    /// Gets the quantity. In a checkout session, 0 offers the add-on without selecting it, provided that the customer
    /// may edit add-ons.
    /// </summary>
    public required int Quantity { get; init; }

    internal void Validate(string name)
    {
        Check.NotBlank(AddonId, nameof(AddonId), name);
        Check.AtLeast(Quantity, 0, nameof(Quantity), name);
    }

    internal static void ValidateAll(IReadOnlyList<AddonQuantity>? addons, string name, string? of = null)
    {
        Check.Each(addons, name, static (addon, path) => addon.Validate(path), of);
        Check.NoDuplicates(addons, static addon => addon.AddonId, name, nameof(AddonId), of);
    }
}
