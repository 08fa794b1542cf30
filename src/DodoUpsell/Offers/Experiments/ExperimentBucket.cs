using System.Globalization;

namespace DodoUpsell.Offers.Experiments;

/// <summary>Assigns a subject to one of 10,000 buckets, and a bucket to a variant.</summary>
/// <remarks>
/// The hash is the one of common feature-flag SDKs, so that the same salt and id fall into the same bucket there. It is
/// applied twice, because a single FNV-1a spreads ids that differ in their last character only over few buckets.
/// </remarks>
internal static class ExperimentBucket
{
    public const int Count = 10_000;

    public static int Of(string seed, string id) =>
        (int)(Fnv32A(Fnv32A(seed + id).ToString(CultureInfo.InvariantCulture)) % Count);

    /// <summary>Returns the variant whose part of the buckets, in the order of the list, contains the bucket.</summary>
    public static OfferVariant Choose(IReadOnlyList<OfferVariant> variants, int bucket)
    {
        var index = 0;
        while (bucket >= End(variants, index))
            index++;
        return variants[index];
    }

    /// <summary>Returns the expected share of each variant: its number of buckets divided by 10,000.</summary>
    public static double[] Shares(IReadOnlyList<OfferVariant> variants)
    {
        var shares = new double[variants.Count];
        var start = 0;
        for (var index = 0; index < shares.Length; index++)
        {
            var end = End(variants, index);
            shares[index] = (end - start) / (double)Count;
            start = end;
        }

        return shares;
    }

    // Integers only: with floating-point shares, rounding could leave the last bucket without a variant.
    private static int End(IReadOnlyList<OfferVariant> variants, int index)
    {
        var total = 0L;
        var upTo = 0L;
        for (var i = 0; i < variants.Count; i++)
        {
            total += variants[i].Weight;
            if (i <= index)
                upTo += variants[i].Weight;
        }

        return (int)(((upTo * Count) + total - 1) / total);
    }

    private static uint Fnv32A(string text)
    {
        var hash = 2_166_136_261;
        foreach (var character in text)
            hash = unchecked((hash ^ (byte)character) * 16_777_619);
        return hash;
    }
}
