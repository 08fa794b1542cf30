using System.Runtime.InteropServices;

namespace DodoUpsell.Http;

/// <summary>What is kept of a page to notice that the server sends the same one again.</summary>
/// <remarks>
/// Two hashes of 32 bits: a page of the same length that differs in both halves is taken for the same once in 10¹⁹
/// times, one that differs in one half only once in 4 billion. Without an adversary that is enough; a cryptographic
/// hash took as long as reading all the items.
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
