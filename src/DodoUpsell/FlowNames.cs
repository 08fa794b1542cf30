using DodoUpsell.Charging;
using DodoUpsell.PlanChanges;

namespace DodoUpsell;

/// <summary>The names of the flows in charge records, and the reader of each flow.</summary>
internal static class FlowNames
{
    public const string Upsell = "upsell";
    public const string CrossSell = "cross_sell";
    public const string PlanChange = "planchange";
    public const string Recovery = "recovery";

    public static IReadOnlyDictionary<string, ChargeReader> Readers(IDodoClient dodo, TimeProvider clock)
    {
        var carts = new CartChargeReader(dodo);
        return new Dictionary<string, ChargeReader>(StringComparer.Ordinal)
        {
            [Upsell] = carts,
            [CrossSell] = carts,
            [PlanChange] = new PlanChangeReader(dodo, clock),
            [Recovery] = new RecoveryReader(dodo),
        };
    }
}
