using DodoUpsell;
using DodoUpsell.Webhooks;

namespace StoreBenchmarks;

/// <summary>Measures what runs in the background, and lists, in a database with a million ended rows.</summary>
internal sealed class HousekeepingTable(Database database)
{
    private static readonly DateTimeOffset Kept = Database.KeptFrom;

    private readonly EntityFrameworkChargeLedger _ledger = EntityFrameworkChargeLedger.Create(database.Contexts());
    private readonly EntityFrameworkWebhookInboxStore _inbox = EntityFrameworkWebhookInboxStore.Create(
        database.Contexts()
    );

    public async Task MeasureAsync()
    {
        await Paired.MedianAsync(100, _ => _ledger.PruneAsync(DodoEnvironment.Test, Kept));
        await Paired.MedianAsync(100, _ => _inbox.PruneAsync(Kept, Kept));
        Report.Value(
            "prune of charges with nothing to prune, median of 50",
            await Paired.MedianAsync(50, _ => _ledger.PruneAsync(DodoEnvironment.Test, Kept)),
            "ms",
            "≤ 2 ms"
        );
        Report.Value(
            "prune of deliveries with nothing to prune, median of 50",
            await Paired.MedianAsync(50, _ => _inbox.PruneAsync(Kept, Kept)),
            "ms",
            "≤ 2 ms"
        );
        Report.Value("lease of 100 due charges, median of 20", await LeaseChargesAsync(), "ms", "≤ 10 ms");
        Report.Value("page of 100 completed deliveries, median of 100 pages", await ListAsync(), "ms", "≤ 5 ms");
        Report.Value(
            "charges pruned",
            await RateAsync(() => _ledger.PruneAsync(DodoEnvironment.Test, Kept.AddSeconds(20_001))),
            "per s",
            "≥ 20,000"
        );
        Report.Value(
            "deliveries pruned",
            await RateAsync(() => _inbox.PruneAsync(Kept.AddSeconds(20_001), Kept)),
            "per s",
            "≥ 20,000"
        );
        Report.Value(
            "settlements pruned",
            await RateAsync(() => _ledger.Settlements.PruneAsync(DodoEnvironment.Test, Kept.AddSeconds(20_001), Kept)),
            "per s",
            "≥ 20,000"
        );
    }

    private async Task<double> LeaseChargesAsync()
    {
        const int Due = 2000;
        for (var i = 0; i < Due; i++)
            await _ledger.ClaimAsync(Samples.Claimed($"due-{i}") with { NextCheckAt = Kept });
        var until = Samples.Now.AddMinutes(3);
        return await Paired.MedianAsync(
            20,
            async _ =>
            {
                var leased = await _ledger.LeaseDueAsync(DodoEnvironment.Test, Kept.AddSeconds(1), until, 100);
                if (leased.Count != 100)
                    throw new InvalidOperationException($"{leased.Count} instead of 100 charges were leased.");
            }
        );
    }

    private async Task<double> ListAsync()
    {
        InboxDelivery? last = null;
        return await Paired.MedianAsync(
            100,
            async _ =>
            {
                var page = await _inbox.ListAsync(InboxState.Completed, 100, last);
                last = page[^1];
            }
        );
    }

    private static async Task<double> RateAsync(Func<Task<int>> prune)
    {
        var pruned = 0;
        var time = await Paired.TimeAsync(async () => pruned = await prune());
        return pruned < 200_000
            ? throw new InvalidOperationException($"Only {pruned} rows were pruned.")
            : pruned * 1000 / time;
    }
}
