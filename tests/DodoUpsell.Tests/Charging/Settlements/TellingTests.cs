using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using DodoUpsell.Tests.Support;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DodoUpsell.Tests.Charging.Settlements;

public sealed class TellingTests
{
    private static readonly TimeSpan[] Delays =
    [
        TimeSpan.FromSeconds(5),
        TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(2),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(1),
        TimeSpan.FromHours(6),
    ];

    [Fact]
    public async Task A_settlement_is_told_once_to_each_handler_with_the_charge_as_it_was_then()
    {
        var bench = new SettlementBench();
        var told = new List<(string Handler, ChargeSettlement Settlement, SettlementContext Context)>();
        bench
            .Settlements.OnChargeSettled((settlement, context, _) => AddAsync(told, ("first", settlement, context)))
            .OnChargeSettled((settlement, context, _) => AddAsync(told, ("second", settlement, context)));
        var settled = await bench.SettleAsync("order-1");

        Assert.Equal(new SettlementReport(1, 0, 0, 0), await bench.Settlements.ProcessAsync());
        Assert.Equal(0, (await bench.Settlements.ProcessAsync()).Total);

        Assert.Equal(["first", "second"], told.Select(call => call.Handler));
        Assert.All(
            told,
            call =>
                Assert.Equal((settled, 1, false), (call.Settlement, call.Context.Attempt, call.Context.IsLastAttempt))
        );
        Assert.Equal(InboxState.Completed, (await bench.Settlements.FindAsync(settled.Id))!.State);
    }

    [Fact]
    public async Task A_failing_handler_is_called_again_later_each_time_with_the_same_id_until_the_settlement_is_parked()
    {
        using var log = new LogLines();
        var bench = new SettlementBench(loggers: log);
        var ids = new List<string>();
        var last = new List<bool>();
        bench.Settlements.OnChargeSettled(
            (settlement, context, _) =>
            {
                ids.Add(settlement.Id);
                last.Add(context.IsLastAttempt);
                throw new InvalidOperationException("The mail server is away.");
            }
        );
        var settled = await bench.SettleAsync("order-1");

        foreach (var delay in Delays)
        {
            Assert.Equal(new SettlementReport(0, 1, 0, 0), await bench.Settlements.ProcessAsync());
            bench.Clock.Advance(delay - TimeSpan.FromTicks(1));
            Assert.Equal(0, (await bench.Settlements.ProcessAsync()).Total);
            bench.Clock.Advance(TimeSpan.FromTicks(1));
        }

        Assert.Equal(new SettlementReport(0, 0, 1, 0), await bench.Settlements.ProcessAsync());
        Assert.Equal(Enumerable.Repeat(settled.Id, 7), ids);
        Assert.Equal([false, false, false, false, false, false, true], last);
        var parked = Assert.Single(await bench.Settlements.ListAsync(InboxState.Parked));
        Assert.Equal(
            "DelegateSettlementHandler: InvalidOperationException: The mail server is away.",
            parked.LastError
        );
        Assert.Equal(7, log.Lines.Count(line => line.Id == 1301));
        Assert.Contains(
            "order-1 (payment pay_order-1)",
            Assert.Single(log.Lines, line => line.Id == 1302).Text,
            StringComparison.Ordinal
        );
        bench.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(0, (await bench.Settlements.ProcessAsync()).Total);
    }

    [Fact]
    public async Task A_parked_settlement_and_a_told_one_can_be_replayed()
    {
        var bench = new SettlementBench();
        bench.Options.Webhooks.RetryDelays.Clear();
        var calls = 0;
        bench.Settlements.OnChargeSettled(
            (_, _, _) => ++calls == 1 ? throw new InvalidOperationException("No.") : Task.CompletedTask
        );
        var settled = await bench.SettleAsync("order-1");
        Assert.Equal(1, (await bench.Settlements.ProcessAsync()).Parked);

        Assert.True(await bench.Settlements.ReplayAsync(settled.Id));
        Assert.Equal(1, (await bench.Settlements.ProcessAsync()).Completed);
        Assert.True(await bench.Settlements.ReplayAsync(settled.Id));
        Assert.Equal(1, (await bench.Settlements.ProcessAsync()).Completed);

        Assert.Equal(3, calls);
        Assert.False(await bench.Settlements.ReplayAsync("unknown"));
    }

    [Fact]
    public async Task Of_several_handlers_one_that_fails_keeps_no_other_from_running()
    {
        var bench = new SettlementBench();
        var calls = new List<string>();
        bench
            .Settlements.OnChargeSettled(
                (_, context, _) =>
                    context.Attempt == 1 ? throw new InvalidOperationException("No.") : AddAsync(calls, "first")
            )
            .OnChargeSettled((_, _, _) => AddAsync(calls, "second"));
        await bench.SettleAsync("order-1");

        Assert.Equal(1, (await bench.Settlements.ProcessAsync()).Retrying);
        bench.Clock.Advance(Delays[0]);
        Assert.Equal(1, (await bench.Settlements.ProcessAsync()).Completed);

        Assert.Equal(["second", "first", "second"], calls);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_handler_that_hangs_is_timed_out_and_called_again(bool heedsItsToken)
    {
        var bench = new SettlementBench();
        var started = new TaskCompletionSource();
        var never = new TaskCompletionSource();
        bench.Settlements.OnChargeSettled(
            (_, context, cancellationToken) =>
            {
                started.TrySetResult();
                if (context.Attempt > 1)
                    return Task.CompletedTask;
                return heedsItsToken ? never.Task.WaitAsync(cancellationToken) : never.Task;
            }
        );
        var settled = await bench.SettleAsync("order-1");

        var processing = bench.Settlements.ProcessAsync();
        await started.Task;
        var took = await bench.Clock.RunAsync(processing, TimeSpan.FromMinutes(1));

        Assert.Equal(1, (await processing).Retrying);
        Assert.InRange(took, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(35));
        Assert.Contains(
            "TimeoutException",
            (await bench.Settlements.FindAsync(settled.Id))!.LastError,
            StringComparison.Ordinal
        );
        bench.Clock.Advance(Delays[0]);
        Assert.Equal(1, (await bench.Settlements.ProcessAsync()).Completed);
    }

    [Fact]
    public async Task A_refund_and_its_payment_are_never_told_at_the_same_time()
    {
        var bench = new SettlementBench();
        var most = 0;
        bench.Settlements.OnChargeSettled(
            async (_, _, stopping) =>
            {
                var leased = await bench.Settlements.ListAsync(InboxState.Leased, cancellationToken: stopping);
                most = Math.Max(most, leased.Count);
            }
        );
        var settled = await bench.SettleAsync("order-1");
        for (var i = 0; i < 10; i++)
            await bench.Ledger.Settlements.AddAsync(
                SettlementBench.Refund(settled.Charge, bench.Clock.GetUtcNow()) with
                {
                    Id = $"refund-{i}",
                }
            );

        Assert.Equal(11, (await bench.Settlements.ProcessAsync()).Completed);

        Assert.Equal(1, most);
    }

    [Fact]
    public async Task Settlements_of_the_other_environment_are_not_told()
    {
        var bench = new SettlementBench();
        await bench.SettleAsync("order-1", DodoEnvironment.Live);

        Assert.Equal(0, (await bench.Settlements.ProcessAsync()).Total);

        Assert.Empty(await bench.Settlements.ListAsync(InboxState.Waiting));
    }

    [Fact]
    public async Task Old_settlements_are_deleted()
    {
        var bench = new SettlementBench();
        var settled = await bench.SettleAsync("order-1");
        await bench.Settlements.ProcessAsync();
        bench.Clock.Advance(bench.Options.Webhooks.CompletedRetention);
        Assert.Equal(0, await bench.Settlements.PruneAsync());

        bench.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal(1, await bench.Settlements.PruneAsync());
        Assert.Null(await bench.Settlements.FindAsync(settled.Id));
    }

    [Fact]
    public async Task A_recorded_settlement_wakes_the_worker_at_once()
    {
        var bench = new SettlementBench();
        using var stop = new CancellationTokenSource();
        var told = new TaskCompletionSource<string>();
        bench.Settlements.OnChargeSettled(
            (settlement, _, _) =>
            {
                told.TrySetResult(settlement.Id);
                return Task.CompletedTask;
            }
        );
        var running = bench.Settlements.RunAsync(stop.Token);

        // The clock never moves.
        var settled = await bench.SettleAsync("order-1");
        bench.Signal.Raise();

        Assert.Equal(settled.Id, await told.Task);
        await stop.CancelAsync();
        await running;
    }

    [Fact]
    public async Task At_the_end_of_the_app_the_attempt_is_given_back_and_not_counted()
    {
        var bench = new SettlementBench();
        using var stop = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        bench.Settlements.OnChargeSettled(
            (_, _, cancellationToken) =>
            {
                started.TrySetResult();
                return Task.Delay(Timeout.Infinite, cancellationToken);
            }
        );
        var settled = await bench.SettleAsync("order-1");

        var running = bench.Settlements.RunAsync(stop.Token);
        await started.Task;
        await stop.CancelAsync();
        await running;

        var waiting = (await bench.Settlements.FindAsync(settled.Id))!;
        Assert.Equal((InboxState.Waiting, 0), (waiting.State, waiting.Attempts));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("brand-a")]
    public async Task Handlers_in_a_container_are_called_in_the_background_each_in_a_scope_of_its_own(string? brand)
    {
        var told = new Told();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddSingleton(told);
        builder.Services.AddScoped<Scoped>();
        void Configure(DodoUpsellOptions options) =>
            (options.ApiKey, options.Environment) = ("any", DodoEnvironment.Test);
        var registered = brand is null
            ? builder.Services.AddDodoUpsells(Configure)
            : builder.Services.AddDodoUpsells(brand, Configure);
        registered
            .AddSettlementHandler<TellsWithServices>()
            .OnChargeSettled((settlement, _, _) => told.AddAsync("delegate", settlement.Id));
        using var host = builder.Build();
        var ledger = brand is null
            ? host.Services.GetRequiredService<IChargeLedger>()
            : host.Services.GetRequiredKeyedService<IChargeLedger>(brand);
        var claimed = SettlementBench.Claim("order-1", DateTimeOffset.UnixEpoch);
        await ledger.ClaimAsync(claimed);
        var settlement = SettlementBench.Outcome(claimed, DateTimeOffset.UnixEpoch);
        await ledger.TryUpdateAsync(settlement.Charge, settlement);

        await host.StartAsync(TestContext.Current.CancellationToken);
        await told.Both;
        await host.StopAsync(TestContext.Current.CancellationToken);

        Assert.Equal([("class", settlement.Id), ("delegate", settlement.Id)], told.Calls.Order());
        Assert.Equal(1, told.Disposed);
        var settlements = brand is null
            ? host.Services.GetRequiredService<IChargeSettlements>()
            : host.Services.GetRequiredKeyedService<IChargeSettlements>(brand);
        Assert.Equal(InboxState.Completed, (await settlements.FindAsync(settlement.Id))!.State);
    }

    [Fact]
    public async Task Attempts_are_measured()
    {
        var measured = new ConcurrentBag<(string Name, double Value, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == "DodoUpsell")
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) => measured.Add((instrument.Name, value, Text(tags)))
        );
        listener.SetMeasurementEventCallback<double>(
            (instrument, value, tags, _) => measured.Add((instrument.Name, value, Text(tags)))
        );
        listener.Start();
        var bench = new SettlementBench();
        var settled = await bench.SettleAsync("order-1");
        await bench.Settlements.ProcessAsync();

        // Other tests measure meanwhile, so ours is a kind that no other has.
        await bench.Ledger.Settlements.AddAsync(
            SettlementBench.Refund(settled.Charge, bench.Clock.GetUtcNow()) with
            {
                Kind = ChargeSettlementKind.DisputeLost,
            }
        );
        bench.Clock.Advance(TimeSpan.FromSeconds(7));
        await bench.Settlements.ProcessAsync();

        Assert.Contains(
            measured,
            entry =>
                entry
                    is {
                        Name: "dodoupsell.settlements.handled",
                        Value: 1,
                        Tags: "dodoupsell.settlement_kind=DisputeLost,dodoupsell.result=Completed"
                    }
        );
        Assert.Contains(
            measured,
            entry =>
                entry
                    is { Name: "dodoupsell.settlements.lag", Value: 7, Tags: "dodoupsell.settlement_kind=DisputeLost" }
        );
    }

    private static Task AddAsync<T>(List<T> list, T item)
    {
        list.Add(item);
        return Task.CompletedTask;
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));

    private sealed class Told
    {
        private readonly TaskCompletionSource _both = new();

        public ConcurrentQueue<(string Handler, string Id)> Calls { get; } = [];

        public int Disposed { get; set; }

        public Task Both => _both.Task;

        public Task AddAsync(string handler, string id)
        {
            Calls.Enqueue((handler, id));
            if (Calls.Count == 2)
                _both.TrySetResult();
            return Task.CompletedTask;
        }
    }

    private sealed class Scoped(Told told) : IDisposable
    {
        public void Dispose() => told.Disposed++;
    }

    private sealed class TellsWithServices(Told told, Scoped scoped) : IChargeSettlementHandler
    {
        public Task HandleAsync(
            ChargeSettlement settlement,
            SettlementContext context,
            CancellationToken cancellationToken = default
        )
        {
            Assert.NotNull(scoped);
            return told.AddAsync("class", settlement.Id);
        }
    }
}
