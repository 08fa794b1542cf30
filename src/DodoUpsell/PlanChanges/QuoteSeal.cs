using System.Security.Cryptography;
using System.Text;

namespace DodoUpsell.PlanChanges;

/// <summary>
/// Computes a hash of a quote, so that an accidentally changed quote is not confirmed. It does not prevent forgery,
/// because it contains no secret.
/// </summary>
internal static class QuoteSeal
{
    public static PlanChangeQuote On(PlanChangeQuote quote) => quote with { Seal = Of(quote) };

    public static bool Fits(PlanChangeQuote quote) => string.Equals(quote.Seal, Of(quote), StringComparison.Ordinal);

    private static string Of(PlanChangeQuote quote) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes((quote with { Seal = "" }).ToJson())));
}
