using System.Buffers;

namespace DodoUpsell.Webhooks;

/// <summary>
/// Reads the entries of a signature header: <c>v1,{base64} v1,{base64} …</c>. What is of another version or malformed
/// is passed over.
/// </summary>
internal static class SignatureList
{
    public const int MaxEntries = 32;
    public const int MaxLength = 4096;

    private const int Base64Length = 44;

    // The last group holds 16 bits in three characters, so the third has two bits to spare. Encoders leave them zero,
    // and we insist: then each signature has one text only, and a header that differs in any character is another
    // signature.
    private static readonly SearchValues<char> LastCharacters = SearchValues.Create("AEIMQUYcgkosw048");

    /// <summary>
    /// Decodes the usable ones among the first <see cref="MaxEntries"/> entries, one after the other.
    /// </summary>
    /// <returns>How many there are.</returns>
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
