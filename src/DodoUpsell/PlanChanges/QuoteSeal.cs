using System.Security.Cryptography;
using System.Text;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// A hash over a quote, so that one that was changed by accident is not confirmed. It keeps no forger out: nothing
/// secret is in it.
/// </summary>
internal static class QuoteSeal
{
    public static PlanChangeQuote On(PlanChangeQuote quote) => quote with { Seal = Of(quote) };

    public static bool Fits(PlanChangeQuote quote) => string.Equals(quote.Seal, Of(quote), StringComparison.Ordinal);

    private static string Of(PlanChangeQuote quote) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes((quote with { Seal = "" }).ToJson())));
}
