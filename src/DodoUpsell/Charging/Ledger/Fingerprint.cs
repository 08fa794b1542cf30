using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DodoUpsell.Charging;

/// <summary>
/// Computes a hash of the contents of a charge, so that one key cannot be used for two different carts. The order of
/// the parts matters, and null differs from empty.
/// </summary>
internal sealed class Fingerprint
{
    private readonly StringBuilder _text = new();

    public Fingerprint(string flow, string customerId) => Add(flow).Add(customerId);

    // Each part is prefixed with its length, so that different lists of parts never produce the same text.
    public Fingerprint Add(string? part)
    {
        if (part is null)
            _text.Append("-;");
        else
            _text.Append(CultureInfo.InvariantCulture, $"{part.Length}:{part};");
        return this;
    }

    public Fingerprint Add(long? number) => Add(number?.ToString(CultureInfo.InvariantCulture));

    public Fingerprint Add(Money? money) => Add(money?.MinorUnits).Add(money?.Currency.Value);

    public Fingerprint Add(CheckoutItem item)
    {
        Add(item.ProductId).Add(item.Quantity).Add(item.Amount).Add(item.Addons?.Count ?? 0);
        foreach (var addon in item.Addons ?? [])
            Add(addon.AddonId).Add(addon.Quantity);
        Add(item.CreditEntitlements?.Count ?? 0);
        foreach (var credits in item.CreditEntitlements ?? [])
            Add(credits.CreditEntitlementId).Add(credits.CreditsAmount);
        return this;
    }

    public override string ToString() => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(_text.ToString())));
}
