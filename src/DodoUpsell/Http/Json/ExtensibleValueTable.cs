using System.Text;

namespace DodoUpsell.Http.Json;

/// <summary>
/// Finds the known values of a type by their UTF-8 bytes, so that reading a known value allocates nothing.
/// </summary>
internal static class ExtensibleValueTable<T>
    where T : struct, IExtensibleValue<T>
{
    private static readonly HashSet<T> Known = [.. T.KnownValues];
    private static readonly Entry?[] Buckets = Build();

    public static bool Contains(T value) => Known.Contains(value);

    public static bool TryFind(ReadOnlySpan<byte> utf8, out T value)
    {
        for (var entry = Buckets[BucketOf(utf8)]; entry is not null; entry = entry.Next)
        {
            if (utf8.SequenceEqual(entry.Utf8))
            {
                value = entry.Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static Entry?[] Build()
    {
        var buckets = new Entry?[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(Known.Count * 2) + 1)];
        foreach (var value in Known)
        {
            var utf8 = Encoding.UTF8.GetBytes(value.Value);
            var bucket = Hash(utf8) & (buckets.Length - 1);
            buckets[bucket] = new Entry(utf8, value, buckets[bucket]);
        }

        return buckets;
    }

    private static int BucketOf(ReadOnlySpan<byte> utf8) => Hash(utf8) & (Buckets.Length - 1);

    // FNV-1a is sufficient: the keys are short, and an unknown value is only looked up, never added, so collisions
    // cannot be provoked.
    private static int Hash(ReadOnlySpan<byte> utf8)
    {
        var hash = 2166136261u;
        foreach (var b in utf8)
            hash = (hash ^ b) * 16777619u;
        return (int)(hash ^ (hash >> 15));
    }

    private sealed record Entry(byte[] Utf8, T Value, Entry? Next);
}
