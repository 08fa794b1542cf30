namespace DodoUpsell.Emulator.Common;

/// <summary>Splits an amount in proportion to weights. The shares add up to the amount exactly.</summary>
internal static class Apportionment
{
    public static long[] Split(long amount, IReadOnlyList<long> weights)
    {
        var total = weights.Sum();
        var shares = new long[weights.Count];
        if (total == 0)
            return shares;

        long weight = 0;
        long given = 0;
        for (var index = 0; index < shares.Length; index++)
        {
            weight += weights[index];
            var due = (long)decimal.Round((decimal)amount * weight / total, MidpointRounding.AwayFromZero);
            shares[index] = due - given;
            given = due;
        }

        return shares;
    }
}
