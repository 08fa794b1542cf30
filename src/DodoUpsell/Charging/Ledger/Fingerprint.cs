using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DodoUpsell.Charging;

/// <summary>
/// A short hash of what a charge is for, so that one key cannot stand for two carts. The order of parts matters; null
/// and empty differ.
/// </summary>
internal sealed class Fingerprint
{
    private readonly StringBuilder _text = new();

    public Fingerprint(string flow, string customerId) => Add(flow).Add(customerId);

    // Each part is written with its length, so that no two lists of parts read the same.
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
