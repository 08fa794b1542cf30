using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using static DodoUpsell.Tests.PlanChanges.QuoteTests;

namespace DodoUpsell.Tests.PlanChanges.Defects;

/// <summary>A change whose price is not known is not made.</summary>
public sealed class PlanPreviewWithoutATotalTests
{
    private static readonly Dictionary<string, Action<JsonObject>> Gaps = new(StringComparer.Ordinal)
    {
        ["no total_amount"] = static preview =>
            preview["immediate_charge"]!["summary"]!.AsObject().Remove("total_amount"),
        ["total_amount is null"] = static preview => preview["immediate_charge"]!["summary"]!["total_amount"] = null,
        ["no summary"] = static preview => preview["immediate_charge"]!.AsObject().Remove("summary"),
    };

    public static TheoryData<string> Cases => [.. Gaps.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_preview_without_its_total_does_not_pass_for_one_that_costs_nothing(string gap)
    {
        var (emulator, node) = ShopWith(gap);
        PlanChangeOutcome? outcome = null;

        var failure = await Record.ExceptionAsync(async () =>
            outcome = await node.PlanChanges.UpgradeAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan, atMost: Usd(0))
        );

        AssertNothingWasSent(emulator, node);
        Assert.True(failure is not null || outcome is PlanChangeOutcome.Refused, outcome?.ToString());
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_quote_without_its_total_is_refused_and_cannot_be_confirmed(string gap)
    {
        var (emulator, node) = ShopWith(gap);
        PlanChangeQuote? quote = null;

        var failure = await Record.ExceptionAsync(async () =>
            quote = await node.PlanChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan)
        );

        Assert.True(failure is not null || quote!.Refusal is not null, quote?.Describe());
        if (quote is not null)
            Assert.IsType<PlanChangeOutcome.Refused>(await node.PlanChanges.ConfirmAsync(quote));
        AssertNothingWasSent(emulator, node);
    }

    private static void AssertNothingWasSent(DodoEmulator emulator, Node node)
    {
        Assert.Empty(emulator.Charges);
        Assert.Equal(0, node.Wire.Count($"POST /subscriptions/{DemoSeed.BasicSubscription}/change-plan"));
    }

    private static (DodoEmulator Emulator, Node Node) ShopWith(string gap)
    {
        var emulator = new DodoEmulator();
        var node = new Node(emulator);
        node.Wire.OnAnswer[$"POST /subscriptions/{DemoSeed.BasicSubscription}/change-plan/preview"] = (_, answer) =>
            Gaps[gap](answer);
        return (emulator, node);
    }
}
