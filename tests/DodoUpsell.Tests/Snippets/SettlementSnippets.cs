using System.Collections.Concurrent;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Charging.Settlements;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DodoUpsell.Tests.Snippets;

/// <summary>The code of docs/settlements.md.</summary>
[Collection(nameof(OneConsole))]
public sealed class SettlementSnippets
{
    [Fact]
    public async Task In_a_host()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var orders = new Orders();
        var sent = new ConcurrentQueue<string>();
        builder.Services.AddSingleton(orders);

        builder.Configuration["DodoUpsell:ApiKey"] = "your-api-key";
        builder.Configuration["DodoUpsell:Environment"] = "Test";

        #region settlements-register
        builder
            .Services.AddDodoUpsells(builder.Configuration.GetSection("DodoUpsell"))
            .AddSettlementHandler<GrantsAccess>()
            .OnChargeSettled(
                (settlement, context, cancellationToken) =>
                    SendAsync($"{settlement.Charge.Key}: {settlement.Charge.State}", cancellationToken)
            );
        #endregion

        using var host = builder.Build();
        var ledger = host.Services.GetRequiredService<IChargeLedger>();
        var paid = await SettleAsync(ledger, "order-1");
        await ledger.Settlements.AddAsync(SettlementBench.Refund(paid.Charge, paid.OccurredAt));
        await host.Services.GetRequiredService<IChargeSettlements>().ProcessAsync();

        Assert.Equal(["granted order-1 pay_order-1", "revoked order-1 pay_order-1"], orders.Done);
        Assert.Equal(2, sent.Count);

        Task SendAsync(string text, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sent.Enqueue(text);
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task Parked()
    {
        using var console = new ConsoleOutput();
        var bench = new SettlementBench();
        bench.Options.Webhooks.RetryDelays.Clear();
        bench.Settlements.OnChargeSettled((_, _, _) => throw new InvalidOperationException("The mail server is away."));
        await bench.SettleAsync("order-1");
        await bench.Settlements.ProcessAsync();
        var settlements = bench.Settlements;

        #region settlements-parked
        foreach (var parked in await settlements.ListAsync(InboxState.Parked))
        {
            Console.WriteLine($"{parked.Settlement.Charge.Key} {parked.Settlement.Kind}: {parked.LastError}");
            await settlements.ReplayAsync(parked.Settlement.Id);
        }
        #endregion

        Assert.Equal(
            "order-1 Outcome: DelegateSettlementHandler: InvalidOperationException: The mail server is away.",
            console.Text
        );
        Assert.Single(await settlements.ListAsync(InboxState.Waiting));
    }

    [Fact]
    public async Task Without_a_host()
    {
        var orders = new Orders();
        using var client = The.ClientOf(new DodoEmulator().CreateHandler(), TimeProvider.System);
        IDodoClient dodo = client;
        IChargeLedger ledger = new InMemoryChargeLedger();
        await SettleAsync(ledger, "order-1");
        using var stop = new CancellationTokenSource();
        var stopping = stop.Token;

        #region settlements-without-host
        var settlements = new ChargeSettlements(dodo, ledger).OnChargeSettled(
            (settlement, context, cancellationToken) => orders.SaveAsync(settlement, cancellationToken)
        );

        var telling = settlements.RunAsync(stopping); // runs until the app stops
        var report = await settlements.ProcessAsync(); // or handles what is due, once
        #endregion

        await orders.First;
        await stop.CancelAsync();
        await telling;
        Assert.InRange(report.Total, 0, 1);
        Assert.Equal(["granted order-1 pay_order-1"], orders.Done);
    }

    private static async Task<ChargeSettlement> SettleAsync(IChargeLedger ledger, string key)
    {
        var now = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
        var claimed = SettlementBench.Claim(key, now);
        await ledger.ClaimAsync(claimed);
        var settlement = SettlementBench.Outcome(claimed, now);
        Assert.True(await ledger.TryUpdateAsync(settlement.Charge, settlement));
        return settlement;
    }

    private sealed class Orders
    {
        private readonly TaskCompletionSource _first = new();

        public ConcurrentQueue<string> Done { get; } = [];

        public Task First => _first.Task;

        public Task SaveAsync(ChargeSettlement settlement, CancellationToken cancellationToken) =>
            GrantAsync(settlement.Charge.Key, settlement.Charge.PaymentId, settlement.Id, cancellationToken);

        public Task GrantAsync(
            ChargeKey order,
            string? paymentId,
            string settlementId,
            CancellationToken cancellationToken
        ) => AddAsync($"granted {order} {paymentId}", cancellationToken);

        public Task RevokeAsync(
            ChargeKey order,
            string? paymentId,
            string settlementId,
            CancellationToken cancellationToken
        ) => AddAsync($"revoked {order} {paymentId}", cancellationToken);

        private Task AddAsync(string text, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Done.Enqueue(text);
            _first.TrySetResult();
            return Task.CompletedTask;
        }
    }

    #region settlements-handler
    private sealed class GrantsAccess(Orders orders) : IChargeSettlementHandler
    {
        public async Task HandleAsync(
            ChargeSettlement settlement,
            SettlementContext context,
            CancellationToken cancellationToken = default
        )
        {
            // A repeat has the same settlement.Id.
            var (charge, id) = (settlement.Charge, settlement.Id);
            if (settlement.Kind is ChargeSettlementKind.Refund or ChargeSettlementKind.DisputeLost)
                await orders.RevokeAsync(charge.Key, charge.PaymentId, id, cancellationToken);
            else if (settlement.Kind is ChargeSettlementKind.Outcome && charge.State == ChargeState.Succeeded)
                await orders.GrantAsync(charge.Key, charge.PaymentId, id, cancellationToken);
        }
    }
    #endregion
}
