using DodoUpsell.Charging;
using DodoUpsell.PlanChanges;

namespace DodoUpsell;

/// <summary>The flows as records name them, and how each finds out what became of its charges.</summary>
internal static class FlowNames
{
    public const string Upsell = "upsell";
    public const string CrossSell = "cross_sell";
    public const string PlanChange = "planchange";
    public const string Recovery = "recovery";

    public static IReadOnlyDictionary<string, ChargeReader> Readers(IDodoClient dodo)
    {
        var carts = new CartChargeReader(dodo);
        return new Dictionary<string, ChargeReader>(StringComparer.Ordinal)
        {
            [Upsell] = carts,
            [CrossSell] = carts,
            [PlanChange] = new PlanChangeReader(dodo),
            [Recovery] = new RecoveryReader(dodo),
        };
    }
}
