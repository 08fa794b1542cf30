using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DodoUpsell.Offers;

/// <summary>Computes the hashes of the chain of consent receipts. Stores call it; it holds no state.</summary>
public static class ReceiptChain
{
    /// <summary>The previous hash of the first receipt.</summary>
    public static readonly string Start = new('0', 64);

    /// <summary>Returns the receipt that follows another one in the chain.</summary>
    /// <param name="environment">The environment (test or live).</param>
    /// <param name="last">The last receipt of the chain, or null if there is none.</param>
    /// <param name="content">The content of the new receipt.</param>
    public static ConsentReceipt Append(
        DodoEnvironment environment,
        ConsentReceipt? last,
        ConsentReceiptContent content
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        var number = (last?.Number ?? 0) + 1;
        var previous = last?.Hash ?? Start;
        var contentHash = Sha256(content.Json);
        return new ConsentReceipt
        {
            Environment = environment,
            Number = number,
            OfferId = content.OfferId,
            Json = content.Json,
            ContentHash = contentHash,
            PreviousHash = previous,
            Hash = HashOf(environment, number, content.OfferId, contentHash, previous),
        };
    }

    internal static string HashOf(
        DodoEnvironment environment,
        long number,
        string offerId,
        string contentHash,
        string previousHash
    ) =>
        Sha256(
            string.Join(
                '\n',
                environment.ToString(),
                number.ToString(CultureInfo.InvariantCulture),
                offerId,
                contentHash,
                previousHash
            )
        );

    internal static string Sha256(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
