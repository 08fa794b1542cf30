namespace DodoUpsell.Emulator.Engine;

/// <summary>Creates ids of the API's format: a prefix, a part that sorts by age, and letters from the seed.</summary>
internal sealed class IdSource
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const int SortableLength = 6;
    private const int LettersLength = 15;
    private const int DiscountAlphabetLength = 36;
    private const int DiscountCodeLength = 16;
    private readonly int _seed;
    private Random _letters;
    private int _count;

    public IdSource(int seed)
    {
        _seed = seed;
        _letters = new Random(seed);
    }

    /// <summary>Gets the number of ids created so far.</summary>
    public int Count => _count;

    public string Next(string prefix)
    {
        Span<char> id = stackalloc char[SortableLength + LettersLength];
        var rest = ++_count;
        for (var index = SortableLength - 1; index >= 0; index--)
        {
            id[index] = Alphabet[rest % Alphabet.Length];
            rest /= Alphabet.Length;
        }

        _letters.GetItems(Alphabet, id[SortableLength..]);
        return $"{prefix}_{id}";
    }

    public string Secret(string owner) => $"{owner}_secret_{_letters.GetString(Alphabet, LettersLength)}";

    public string DiscountCode() => _letters.GetString(Alphabet.AsSpan(0, DiscountAlphabetLength), DiscountCodeLength);

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _letters.NextBytes(bytes);
        return bytes;
    }

    public void Reset()
    {
        _letters = new Random(_seed);
        _count = 0;
    }
}
