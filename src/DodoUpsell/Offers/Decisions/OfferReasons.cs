using System.Collections;
using System.Numerics;

namespace DodoUpsell;

/// <summary>Represents a set of reasons why a rule is not offered. It allocates nothing.</summary>
public readonly record struct OfferReasons : IReadOnlyCollection<OfferReason>
{
    private readonly ulong _bits;

    private OfferReasons(ulong bits) => _bits = bits;

    /// <summary>Gets the number of reasons.</summary>
    public int Count => BitOperations.PopCount(_bits);

    /// <summary>Gets whether there is no reason, so that the rule can be offered.</summary>
    public bool IsEmpty => _bits == 0;

    /// <summary>Returns whether the set contains the reason.</summary>
    public bool Contains(OfferReason reason) => (_bits & (1UL << (int)reason)) != 0;

    /// <summary>Returns the set with one more reason.</summary>
    public OfferReasons With(OfferReason reason) => new(_bits | (1UL << (int)reason));

    internal OfferReasons Without(OfferReason reason) => new(_bits & ~(1UL << (int)reason));

    internal OfferReasons Union(OfferReasons other) => new(_bits | other._bits);

    /// <summary>Returns the reasons, in the order of their values.</summary>
    public IEnumerator<OfferReason> GetEnumerator()
    {
        for (var rest = _bits; rest != 0; rest &= rest - 1)
            yield return (OfferReason)BitOperations.TrailingZeroCount(rest);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns the names of the reasons, separated by commas.</summary>
    public override string ToString() => string.Join(", ", this);
}
