using System.Runtime.InteropServices;

namespace DodoUpsell;

/// <summary>Represents the numbers that an <see cref="OfferBreaker"/> compares with its limits.</summary>
/// <param name="Accepted">The number of offers that ended paid.</param>
/// <param name="Declined">The number of accepted offers whose payment was declined.</param>
/// <param name="Refused">The number of accepted offers that were refused or ended in an error.</param>
/// <param name="Disputed">The number of paid offers that were disputed.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct OfferCounts(int Accepted, int Declined, int Refused, int Disputed);
