using System.Runtime.InteropServices;

namespace DodoUpsell.Http;

/// <summary>A fingerprint of a page, used to detect that the server sends the same page again.</summary>
/// <remarks>
/// It has two 32-bit hashes: a page of the same length that differs in both halves is mistaken for the same page once
/// in 10¹⁹ cases, one that differs in one half only once in 4 billion cases. Without an adversary that is sufficient. A
/// cryptographic hash took as long as reading all items.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PagePrint(int Length, int FirstHalf, int SecondHalf)
{
    public static PagePrint Of(ReadOnlySpan<byte> body) =>
        new(body.Length, Hash(body[..(body.Length / 2)]), Hash(body[(body.Length / 2)..]));

    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
