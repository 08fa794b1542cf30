using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>The seller's catalogue: one product with several expiries, and an upgrade.</summary>
internal static class OfferRules
{
    public const string Short = "short";
    public const string Hour = "hour";
    public const string Day = "day";
    public const string Plan = "plan";

    /// <summary>The decision itself is not what is tested, so a slow machine does not lose the offer.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(29);

    public static void Add(OfferCatalogueBuilder offers)
    {
        offers.Options.DecisionDeadline = Deadline;
        foreach (
            var (placement, expiry) in new[]
            {
                (Short, TimeSpan.FromMinutes(12)),
                (Hour, TimeSpan.FromMinutes(90)),
                (Day, TimeSpan.FromHours(26)),
            }
        )
            offers.Rule(
                placement,
                rule =>
                    rule.At(placement).Sell(DemoSeed.Ebook).With(one => one with { Expiry = expiry, OfferAgain = true })
            );
        offers.Rule(
            Plan,
            rule =>
                rule.At(Plan)
                    .ChangePlan(DemoSeed.ProPlan, DemoSeed.BasicPlan)
                    .With(one => one with { Expiry = TimeSpan.FromHours(26) })
        );
    }
}
