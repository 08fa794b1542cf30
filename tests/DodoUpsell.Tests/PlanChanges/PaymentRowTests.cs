using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PlanChanges;

/// <summary>
/// The payment of a plan change is taken from its row in the list only if the row says that the money was kept, and
/// only while the change is fresh. Otherwise the payment itself is read.
/// </summary>
public sealed class PaymentRowTests
{
    private const string Change = "/subscriptions/{}/change-plan";

    private readonly DodoEmulator _emulator = new(new() { Settlement = PaymentSettlement.Immediate });
    private readonly Node _node;

    public PaymentRowTests() => _node = new Node(_emulator);

    [Fact]
    public async Task A_row_that_denies_a_refund_and_a_dispute_proves_the_payment()
    {
        var changed = Assert.IsType<PlanChangeOutcome.Changed>(await ChangeAsync());

        Assert.Equal(0, _node.Wire.Count($"GET /payments/{changed.PaymentId}"));
        Assert.Equal(new Money(50_00, Currency.USD), changed.Charged);
    }

    [Theory]
    [InlineData("refund_status", "\"full\"")]
    [InlineData("refund_status", "\"partial\"")]
    [InlineData("refund_status", "\"under_review\"")]
    [InlineData("refund_status", null)]
    [InlineData("dispute_status", "\"dispute_opened\"")]
    [InlineData("dispute_status", null)]
    [InlineData("status", "null")]
    [InlineData("status", null)]
    [InlineData("total_amount", "0")]
    [InlineData("total_amount", null)]
    [InlineData("currency", null)]
    public async Task A_row_that_does_not_prove_the_payment_is_read_in_full(string member, string? json)
    {
        ChangeRows(row => Set(row, member, json));

        var changed = Assert.IsType<PlanChangeOutcome.Changed>(await ChangeAsync());

        Assert.Equal(1, _node.Wire.Count($"GET /payments/{changed.PaymentId}"));
        Assert.Equal(new Money(50_00, Currency.USD), changed.Charged);
    }

    [Fact]
    public async Task A_refund_that_a_thin_list_leaves_out_is_seen()
    {
        RefundEverything();
        ChangeRows(row =>
        {
            row.Remove("refund_status");
            row.Remove("dispute_status");
        });

        Assert.IsType<PlanChangeOutcome.Refunded>(await ChangeAsync());
    }

    // The list still shows the payment as it was before its refund.
    [Fact]
    public async Task A_refund_that_a_late_list_does_not_show_yet_is_seen()
    {
        _node.Break(EmulatedFaultKind.DropAfterCommit, Change);
        _node.Break(EmulatedFaultKind.Status, "/payments", times: 100, method: "GET");
        var quote = await QuoteAsync();
        Assert.IsType<PlanChangeOutcome.Unknown>(await _node.PlanChanges.ConfirmAsync(quote));
        _emulator.ClearFaults();
        RefundEverything();
        ChangeRows(row => row["refund_status"] = null);

        await _node.PassAsync(TimeSpan.FromMinutes(10));

        Assert.IsType<PlanChangeOutcome.Refunded>(await _node.PlanChanges.FindAsync(quote.Key));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(60, 0)]
    [InlineData(61, 1)]
    [InlineData(-1, 1)]
    public async Task A_row_is_enough_for_a_minute(int seconds, int reads)
    {
        _node.Break(EmulatedFaultKind.Status, "/payments", times: 100, method: "GET");
        var quote = await QuoteAsync();
        Assert.IsType<PlanChangeOutcome.PaymentPending>(await _node.PlanChanges.ConfirmAsync(quote));
        var record = (await _node.Ledger.FindAsync(DodoEnvironment.Test, quote.Key))!;
        _emulator.ClearFaults();
        _node.Wire.Forget();

        var sentAgo = _node.Clock.GetUtcNow() - record.SentAt!.Value;
        _node.SetAhead(TimeSpan.FromSeconds(seconds) - sentAgo);
        await new DodoUpsell.PlanChanges.PlanChangeReader(_node.Dodo, _node.Clock).ReadAsync(
            record,
            new(TimeSpan.FromHours(1), TimeSpan.FromMinutes(5)),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(
            reads,
            _node.Wire.Requests.Count(request => request.Call.StartsWith("GET /payments/", StringComparison.Ordinal))
        );
    }

    private async Task<PlanChangeOutcome> ChangeAsync() => await _node.PlanChanges.ConfirmAsync(await QuoteAsync());

    private Task<PlanChangeQuote> QuoteAsync() =>
        _node.PlanChanges.PreviewAsync(
            DemoSeed.BasicSubscription,
            DemoSeed.ProPlan,
            TestContext.Current.CancellationToken
        );

    private void ChangeRows(Action<JsonObject> change) =>
        _node.Wire.OnAnswer["GET /payments"] = (_, list) =>
        {
            foreach (var row in list["items"]!.AsArray())
                change(row!.AsObject());
        };

    // In rows and in payments alike.
    private void RefundEverything() => _node.Wire.OnPayment = payment => payment["refund_status"] = "full";

    private static void Set(JsonObject row, string member, string? json)
    {
        if (json is null)
            row.Remove(member);
        else
            row[member] = JsonNode.Parse(json);
    }
}
