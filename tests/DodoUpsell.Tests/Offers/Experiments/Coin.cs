using System.Numerics;

namespace DodoUpsell.Tests.Offers.Experiments;

/// <summary>A seeded source of randomness (SplitMix64) that is fast enough for a billion subjects.</summary>
internal struct Coin(long seed)
{
    private ulong _state = (ulong)seed * 0xD134_2543_DE82_EF95;

    public ulong Bits()
    {
        var z = _state += 0x9E37_79B9_7F4A_7C15;
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }

    public double Uniform() => (Bits() >> 11) * (1.0 / (1UL << 53));

    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>How many of 64 subjects get heads.</summary>
    public int HeadsOf64() => BitOperations.PopCount(Bits());
}
