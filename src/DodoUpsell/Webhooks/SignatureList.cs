using System.Buffers;

namespace DodoUpsell.Webhooks;

/// <summary>
/// Reads the entries of a signature header: <c>v1,{base64} v1,{base64} …</c>. Entries with another version, and
/// malformed entries, are ignored.
/// </summary>
internal static class SignatureList
{
    public const int MaxEntries = 32;
    public const int MaxLength = 4096;

    private const int Base64Length = 44;

    // The last group holds 16 bits in three characters, so two bits of the third are unused. Encoders set them to zero,
    // and this is required here: each signature then has exactly one text, and a header that differs in any character
    // is a different signature.
    private static readonly SearchValues<char> LastCharacters = SearchValues.Create("AEIMQUYcgkosw048");

    /// <summary>
    /// Decodes the valid entries among the first <see cref="MaxEntries"/> entries into <paramref name="signatures"/>,
    /// one after another.
    /// </summary>
    /// <returns>The number of valid entries.</returns>
    public static int Decode(ReadOnlySpan<char> header, Span<byte> signatures)
    {
        var usable = 0;
        for (var examined = 0; examined < MaxEntries && !header.IsEmpty; examined++)
        {
            var space = header.IndexOf(' ');
            var entry = space < 0 ? header : header[..space];
            header = space < 0 ? [] : header[(space + 1)..];
            if (TryDecode(entry, signatures.Slice(usable * WebhookKey.MacBytes, WebhookKey.MacBytes)))
                usable++;
        }

        return usable;
    }

    private static bool TryDecode(ReadOnlySpan<char> entry, Span<byte> signature) =>
        entry.Length == Base64Length + 3
        && entry.StartsWith("v1,", StringComparison.Ordinal)
        && LastCharacters.Contains(entry[^2])
        && Convert.TryFromBase64Chars(entry[3..], signature, out var length)
        && length == WebhookKey.MacBytes;
}
