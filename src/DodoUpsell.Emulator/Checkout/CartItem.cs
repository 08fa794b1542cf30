using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>One line of a cart as requested. The amount, in minor units, is for pay-what-you-want products.</summary>
internal sealed record CartItem(string ProductId, int Quantity, int? Amount, IReadOnlyList<CartAddon> Addons)
{
    public static CartItem Read(JsonInput input)
    {
        foreach (var credit in input.OptionalObjects("credit_entitlements") ?? [])
            _ = (credit.Text("credit_entitlement_id"), credit.Text("credits_amount"));

        return ReadOneTime(input) with
        {
            Addons = [.. (input.OptionalObjects("addons") ?? []).Select(CartAddon.Read)],
        };
    }

    public static CartItem ReadOneTime(JsonInput input) =>
        new(input.Text("product_id"), input.Int32("quantity", minimum: 0), input.OptionalInt32("amount"), []);
}

internal sealed record CartAddon(string AddonId, int Quantity)
{
    public static CartAddon Read(JsonInput input) => new(input.Text("addon_id"), input.Int32("quantity", minimum: 0));
}
