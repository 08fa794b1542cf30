using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging.Defects;

/// <summary>A price that cannot be compared with the one shown is no price that holds: nothing is charged.</summary>
public sealed class PreviewWithoutATotalTests
{
    private static readonly Dictionary<string, Action<JsonObject>> Gaps = new(StringComparer.Ordinal)
    {
        ["no total_amount"] = static preview => preview["current_breakup"]!.AsObject().Remove("total_amount"),
        ["total_amount is null"] = static preview => preview["current_breakup"]!["total_amount"] = null,
        ["no current_breakup"] = static preview => preview.Remove("current_breakup"),
        ["current_breakup is null"] = static preview => preview["current_breakup"] = null,
        ["no amounts at all"] = static preview =>
        {
            preview.Remove("current_breakup");
            preview.Remove("total_price");
        },
        ["an empty object"] = static preview => preview.Clear(),
    };

    public static MatrixTheoryData<string, string> Cases =>
        new(Gaps.Keys, ["upsell", "cross-sell", "cross-sell by session"]);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_preview_that_does_not_say_what_is_due_now_charges_nothing(string gap, string flow)
    {
        var emulator = new DodoEmulator();
        var node = new Node(emulator);
        node.Wire.OnAnswer["POST /checkouts/preview"] = (_, answer) => Gaps[gap](answer);
        var shown = new Money(5_00, Currency.USD);

        var outcome = flow switch
        {
            "upsell" => await node.Upsells.ChargeAsync(Shop.Ebook() with { PriceShown = shown }),
            "cross-sell" => await node.CrossSells.ChargeAsync(Shop.CrossSoldEbook() with { PriceShown = shown }),
            _ => await node.CrossSells.ChargeAsync(
                Shop.CrossSoldEbook() with
                {
                    PriceShown = shown,
                    Route = CrossSellRoute.CheckoutSessions,
                }
            ),
        };

        Assert.Empty(emulator.Charges);
        Assert.IsType<ChargeOutcome.Refused>(outcome);
        Assert.Equal(0, node.Wire.Count("POST /checkouts") + node.Wire.Count("POST /payments"));
    }
}
