using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// Specifies the add-ons of a subscription after a plan change. Add-ons are removed only if the selection says so.
/// </summary>
public sealed record AddonSelection
{
    [JsonConstructor]
    internal AddonSelection() { }

    /// <summary>Gets the selection that keeps all add-ons unchanged. This is the default.</summary>
    public static AddonSelection Keep { get; } = new();

    /// <summary>Gets the selection that removes all add-ons.</summary>
    public static AddonSelection None { get; } = new() { Choice = AddonsChoice.Exactly };

    [JsonInclude]
    internal AddonsChoice Choice { get; init; }

    [JsonInclude]
    internal IReadOnlyList<AddonQuantity> Items { get; init; } = [];

    /// <summary>Selects exactly these add-ons and removes all others.</summary>
    /// <exception cref="ArgumentException">An id is blank or occurs twice.</exception>
    public static AddonSelection Exactly(params IReadOnlyList<AddonQuantity> addons)
    {
        AddonQuantity.ValidateAll(Check.NotNull(addons, nameof(addons)), nameof(addons));
        return new() { Choice = AddonsChoice.Exactly, Items = addons };
    }

    /// <summary>
    /// Sets the quantity of one add-on, adding it if absent. Other add-ons are unchanged. Idempotent.
    /// </summary>
    /// <exception cref="ArgumentException">The id is blank, or the quantity is less than 1.</exception>
    public static AddonSelection Set(string addonId, int quantity = 1)
    {
        Check.NotBlank(addonId, nameof(addonId));
        Check.AtLeast(quantity, 1, nameof(quantity));
        return new() { Choice = AddonsChoice.Set, Items = [new() { AddonId = addonId, Quantity = quantity }] };
    }

    /// <summary>Removes one add-on completely. Other add-ons are unchanged.</summary>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public static AddonSelection Without(string addonId)
    {
        Check.NotBlank(addonId, nameof(addonId));
        return new() { Choice = AddonsChoice.Without, Items = [new() { AddonId = addonId, Quantity = 0 }] };
    }

    /// <summary>Returns the complete list of add-ons that results from the current list.</summary>
    internal IReadOnlyList<AddonQuantity> From(IReadOnlyList<SubscriptionAddon> present)
    {
        var kept = present
            .Where(addon => addon.Quantity > 0)
            .Select(addon => new AddonQuantity { AddonId = addon.AddonId, Quantity = addon.Quantity })
            .ToList();
        return Choice switch
        {
            AddonsChoice.Exactly => Items.Where(addon => addon.Quantity > 0).ToList(),
            AddonsChoice.Set => WithSet(kept, Items[0]),
            AddonsChoice.Without => kept.Where(addon => !Is(addon, Items[0].AddonId)).ToList(),
            _ => kept,
        };
    }

    private static List<AddonQuantity> WithSet(List<AddonQuantity> kept, AddonQuantity wanted) =>
        kept.Any(addon => Is(addon, wanted.AddonId))
            ? kept.Select(addon => Is(addon, wanted.AddonId) ? wanted : addon).ToList()
            : [.. kept, wanted];

    private static bool Is(AddonQuantity addon, string id) =>
        string.Equals(addon.AddonId, id, StringComparison.Ordinal);
}

/// <summary>Specifies the kind of an <see cref="AddonSelection"/>.</summary>
internal enum AddonsChoice
{
    Keep = 0,
    Exactly = 1,
    Set = 2,
    Without = 3,
}
