using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Payments;

public sealed class SettlementTests
{
    [Fact]
    public void A_settlement_reads_as_the_tool_takes_it() =>
        Assert.Equal(
            ["immediate", "reads:2", "clock:PT1M30S"],
            new[]
            {
                PaymentSettlement.Immediate,
                PaymentSettlement.AfterReads(2),
                PaymentSettlement.OnClock(TimeSpan.FromSeconds(90)),
            }.Select(settlement => settlement.ToString())
        );

    [Fact]
    public async Task An_immediate_settlement_is_never_seen_processing()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate });
        using var api = new ApiCaller(emulator);

        var session = (await api.OneClick()).Ok;

        Assert.Single(emulator.Charges);
        Assert.Equal("succeeded", await Status(api, session));
    }

    [Fact]
    public async Task A_settlement_on_the_clock_ignores_reads()
    {
        var emulator = new DodoEmulator(
            new DodoEmulatorOptions { Settlement = PaymentSettlement.OnClock(TimeSpan.FromMinutes(2)) }
        );
        using var api = new ApiCaller(emulator);
        var session = (await api.OneClick()).Ok;

        for (var read = 0; read < 5; read++)
            Assert.Equal("processing", await Status(api, session));
        emulator.Clock.Advance(TimeSpan.FromMinutes(2) - TimeSpan.FromTicks(1));
        Assert.Equal("processing", await Status(api, session));
        emulator.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("succeeded", await Status(api, session));
        Assert.Equal(
            "2026-01-15T09:02:00Z",
            (await api.Get("payments/" + session.Text("payment_id"))).Ok.Text("updated_at")
        );
    }

    [Fact]
    public async Task Reads_of_lists_and_sessions_count_as_well()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { Settlement = PaymentSettlement.AfterReads(3) });
        using var api = new ApiCaller(emulator);
        var session = (await api.OneClick()).Ok;

        Assert.Equal("processing", (await api.Get("payments")).Items[0].Text("status"));
        Assert.Equal(
            "processing",
            (await api.Get("checkouts/" + session.Text("session_id"))).Ok.Text("payment_status")
        );
        Assert.Equal("processing", await Status(api, session));
        Assert.Equal("succeeded", (await api.Get("payments")).Items[0].Text("status"));
    }

    [Fact]
    public async Task Looking_at_the_state_settles_nothing()
    {
        var emulator = new DodoEmulator();
        using var api = new ApiCaller(emulator);
        await api.OneClick();

        for (var look = 0; look < 3; look++)
            Assert.Equal("processing", emulator.GetState()["payments"]![0].Text("status"));
    }

    [Fact]
    public async Task A_server_that_follows_real_time_settles_by_itself()
    {
        var source = new DodoEmulator().Clock;
        var emulator = new DodoEmulator(
            new DodoEmulatorOptions
            {
                TimeSource = source,
                Settlement = PaymentSettlement.OnClock(TimeSpan.FromSeconds(2)),
            }
        );
        using var api = new ApiCaller(emulator);
        var session = (await api.OneClick()).Ok;

        source.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("succeeded", await Status(api, session));
        Assert.Equal(source.GetUtcNow(), emulator.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_card_that_pays_is_the_one_used_last()
    {
        var emulator = new DodoEmulator();
        using var api = new ApiCaller(emulator);
        await api.OneClick();
        emulator.Clock.Advance(TimeSpan.FromSeconds(1));

        var first = (await api.Get($"customers/{DemoSeed.CustomerWithCards}/payment-methods")).Items[0]!;
        Assert.Equal(DemoSeed.GoodCard, first.Text("payment_method_id"));
        Assert.Equal("2026-01-15T09:00:01Z", first.Text("last_used_at"));
    }

    private static async Task<string?> Status(ApiCaller api, JsonNode session) =>
        (await api.Get($"payments/{session.Text("payment_id")}")).Ok.Text("status");
}
