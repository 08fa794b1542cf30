using DodoUpsell;
using StoreBenchmarks.Floor;

namespace StoreBenchmarks;

/// <summary>Measures the ledger beside hand-written statements.</summary>
internal sealed class LedgerTable(Database database)
{
    private const int Workers = 32;
    private const int Each = 25;

    private readonly EntityFrameworkChargeLedger _ours = EntityFrameworkChargeLedger.Create(database.Contexts());
    private readonly RawLedger _floor = new(database.Source);
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    public async Task MeasureAsync()
    {
        const int Rounds = 400;
        await WarmUpAsync();
        var sending = new Dictionary<int, ChargeRecord>();
        var (ours, floor) = await Paired.LatencyAsync(
            Rounds,
            async i => await _ours.ClaimAsync(Samples.Claimed(Key("c", i))),
            async i =>
                await _floor.ClaimAsync(Samples.Claimed(Key("f", i)), RawCharge.Attempts(Samples.Claimed(Key("f", i))))
        );
        Report.Ratio("claim", ours, floor, "ms", "≤ 1.3×");

        (ours, floor) = await Paired.LatencyAsync(
            Rounds,
            async i => await _ours.ClaimAsync(Samples.Claimed(Key("c", i))),
            async i =>
                await _floor.ClaimAsync(Samples.Claimed(Key("f", i)), RawCharge.Attempts(Samples.Claimed(Key("f", i))))
        );
        Report.Ratio("claim of a taken key", ours, floor, "ms", "≤ 1.3×");

        (ours, floor) = await Paired.LatencyAsync(
            Rounds,
            async i =>
            {
                sending[i] = Samples.Sending(Samples.Claimed(Key("c", i)));
                Require(await _ours.TryUpdateAsync(sending[i]));
            },
            async i =>
            {
                var record = Samples.Sending(Samples.Claimed(Key("f", i)));
                await _floor.MarkAsync(record, RawCharge.Attempts(record));
            }
        );
        Report.Ratio("mark as sent", ours, floor, "ms", "≤ 1.3×");

        (ours, floor) = await Paired.LatencyAsync(
            Rounds,
            async i =>
            {
                var settled = Samples.Settled(sending[i]);
                Require(await _ours.TryUpdateAsync(settled, Samples.Settlement(settled)));
            },
            async i =>
            {
                var settled = Samples.Settled(Samples.Sending(Samples.Claimed(Key("f", i))));
                await _floor.SettleAsync(settled, RawCharge.Attempts(settled));
            }
        );
        Report.Ratio("settle, with its settlement", ours, floor, "ms", "≤ 1.3×");

        await WorkersAsync(rounds: 11);
    }

    /// <summary>Measures charges of many workers, and the processor time that each of them takes in this process.</summary>
    public async Task WorkersAsync(int rounds)
    {
        var (ourProcessor, itsProcessor) = (new List<double>(), new List<double>());
        var (ours, floor) = await Paired.RateAsync(
            rounds,
            Workers * Each,
            round =>
                ProcessorAsync(
                    ourProcessor,
                    () => WorkersAsync(Workers, Each, (worker, i) => OneAsync(Key($"o{round}-{worker}", i)))
                ),
            round =>
                ProcessorAsync(
                    itsProcessor,
                    () => WorkersAsync(Workers, Each, (worker, i) => OneRawAsync(Key($"r{round}-{worker}", i)))
                )
        );
        Report.Ratio("charges, 32 workers", ours, floor, "per s", "≥ 0.9×");
        (ours, floor) = (Paired.Median(ourProcessor), Paired.Median(itsProcessor));
        Report.Ratio("– processor time of each", ours / (Workers * Each), floor / (Workers * Each), "ms", "");
    }

    // Other processes do not change this time, unlike the rate.
    private static async Task ProcessorAsync(List<double> times, Func<Task> action)
    {
        var before = Environment.CpuUsage.TotalTime;
        await action();
        times.Add((Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
    }

    /// <summary>
    /// Runs both sides until the runtime has compiled their code for good: the times are those of a process that has been
    /// running for a while. There is more code of the SDK, so that a short warm-up would measure the compiler.
    /// </summary>
    public async Task WarmUpAsync()
    {
        for (var i = 0; i < 300; i++)
        {
            await OneAsync(Key("wo", i));
            await _ours.ClaimAsync(Samples.Claimed(Key("wo", i)));
            await OneRawAsync(Key("wr", i));
            var taken = Samples.Claimed(Key("wr", i));
            await _floor.ClaimAsync(taken, RawCharge.Attempts(taken));
        }

        for (var round = 0; round < 8; round++)
        {
            await WorkersAsync(Workers, Each, (worker, i) => OneAsync(Key($"wo{round}-{worker}", i)));
            await WorkersAsync(Workers, Each, (worker, i) => OneRawAsync(Key($"wr{round}-{worker}", i)));
        }
    }

    private async Task OneAsync(string key)
    {
        var claim = await _ours.ClaimAsync(Samples.Claimed(key));
        var sending = Samples.Sending(claim.Record);
        Require(await _ours.TryUpdateAsync(sending));
        var settled = Samples.Settled(sending);
        Require(await _ours.TryUpdateAsync(settled, Samples.Settlement(settled)));
    }

    private async Task OneRawAsync(string key)
    {
        var claimed = Samples.Claimed(key);
        Require(await _floor.ClaimAsync(claimed, RawCharge.Attempts(claimed)));
        var sending = Samples.Sending(claimed);
        await _floor.MarkAsync(sending, RawCharge.Attempts(sending));
        var settled = Samples.Settled(sending);
        await _floor.SettleAsync(settled, RawCharge.Attempts(settled));
    }

    private static Task WorkersAsync(int workers, int each, Func<int, int, Task> one) =>
        Task.WhenAll(
            Enumerable
                .Range(0, workers)
                .Select(async worker =>
                {
                    for (var i = 0; i < each; i++)
                        await one(worker, i);
                })
        );

    private static void Require(bool changed)
    {
        if (!changed)
            throw new InvalidOperationException("The record was not changed.");
    }

    private string Key(string side, int number) => $"{_run}-{side}-{number}";
}
