using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>What becomes of a subscription's add-ons in a plan change. Dropping any of them has to be said.</summary>
public sealed record AddonSelection
{
    [JsonConstructor]
    internal AddonSelection() { }

    /// <summary>All stay as they are.</summary>
    public static AddonSelection Keep { get; } = new();

    /// <summary>All are removed.</summary>
    public static AddonSelection None { get; } = new() { Choice = AddonsChoice.Exactly };

    [JsonInclude]
    internal AddonsChoice Choice { get; init; }

    [JsonInclude]
    internal IReadOnlyList<AddonQuantity> Items { get; init; } = [];

    /// <summary>These, and no others.</summary>
    /// <exception cref="ArgumentException">An id is blank or given twice.</exception>
    public static AddonSelection Exactly(params IReadOnlyList<AddonQuantity> addons)
    {
        AddonQuantity.ValidateAll(Check.NotNull(addons, nameof(addons)), nameof(addons));
        return new() { Choice = AddonsChoice.Exactly, Items = addons };
    }

    /// <summary>
    /// Sets the quantity of one add-on, adding it if absent. Other add-ons are unchanged. Idempotent.
    /// </summary>
    /// <exception cref="ArgumentException">The id is blank, or the quantity less than 1.</exception>
    public static AddonSelection Set(string addonId, int quantity = 1)
    {
        Check.NotBlank(addonId, nameof(addonId));
        Check.AtLeast(quantity, 1, nameof(quantity));
        return new() { Choice = AddonsChoice.Set, Items = [new() { AddonId = addonId, Quantity = quantity }] };
    }

    /// <summary>All of one are removed; the others stay.</summary>
    /// <exception cref="ArgumentException">The id is blank.</exception>
    public static AddonSelection Without(string addonId)
    {
        Check.NotBlank(addonId, nameof(addonId));
        return new() { Choice = AddonsChoice.Without, Items = [new() { AddonId = addonId, Quantity = 0 }] };
    }

    /// <summary>The complete list that follows from the present one.</summary>
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

/// <summary>How <see cref="AddonSelection"/> are chosen.</summary>
internal enum AddonsChoice
{
    Keep = 0,
    Exactly = 1,
    Set = 2,
    Without = 3,
}
