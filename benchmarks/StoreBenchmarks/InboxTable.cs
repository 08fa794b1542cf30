using DodoUpsell;
using DodoUpsell.Webhooks;
using StoreBenchmarks.Floor;

namespace StoreBenchmarks;

/// <summary>Measures the inbox beside hand-written statements.</summary>
internal sealed class InboxTable(Database database)
{
    private readonly EntityFrameworkWebhookInboxStore _store = EntityFrameworkWebhookInboxStore.Create(
        database.Contexts()
    );
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    public async Task MeasureAsync(int drained)
    {
        await ReceiveAsync();
        foreach (var processes in new[] { 1, 2 })
        {
            var (ours, floor) = (new List<double>(), new List<double>());
            for (var round = 0; round < 2; round++)
            {
                floor.Add(await Drain.RunAsync(database, "floor", processes, drained, drained));
                ours.Add(await Drain.RunAsync(database, "ours", processes, drained, drained));
            }

            Report.Ratio(
                $"deliveries drained, {(processes == 1 ? "one process" : "two processes")}",
                Paired.Median(ours),
                Paired.Median(floor),
                "per s",
                processes == 1 ? "≥ 0.7×" : "more than one alone"
            );
        }
    }

    public async Task LeaseAsync()
    {
        await Burst.AddAsync(database, 3200, 3200);
        var now = Samples.Now;
        var first = await Paired.TimeAsync(() => LeaseFourAsync(now));
        await Paired.MedianAsync(300, _ => LeaseFourAsync(now));
        var median = await Paired.MedianAsync(50, _ => LeaseFourAsync(now));
        Report.Value("first lease of 4 of the process, at 3,200 waiting", first, "ms", "");
        Report.Value("lease of 4 at 2,000 waiting, statistics from before, median of 50", median, "ms", "≤ 5 ms");
        await database.ExecuteAsync("DELETE FROM dodo_webhook_deliveries WHERE webhook_id LIKE 'msg\\_%'");
    }

    private async Task LeaseFourAsync(DateTimeOffset now)
    {
        var leased = await _store.LeaseDueAsync(now, now.AddMinutes(10), 4);
        if (leased.Count != 4)
            throw new InvalidOperationException($"{leased.Count} instead of 4 deliveries were leased.");
    }

    private async Task ReceiveAsync()
    {
        var options = new DodoUpsellOptions { Environment = DodoEnvironment.Test };
        options.WebhookSecrets.Add(Samples.Secret);
        var inbox = new WebhookInbox(options, _store);
        var floor = new RawInbox(database.Source, Convert.FromBase64String(Samples.Secret["whsec_".Length..]));
        var signer = new DodoWebhookSigner(Samples.Secret);
        var body = Samples.Body("pay_1");
        const int Workers = 8;
        const int Each = 100;
        WebhookHeaders Headers(string id) => signer.Sign(id, Samples.Now, body);
        Task WorkersAsync(Func<int, Task> one) =>
            Task.WhenAll(
                Enumerable
                    .Range(0, Workers)
                    .Select(async worker =>
                    {
                        for (var i = 0; i < Each; i++)
                            await one((worker * Each) + i);
                    })
            );

        var (ours, its) = await Paired.RateAsync(
            11,
            Workers * Each,
            round =>
                WorkersAsync(async i =>
                {
                    var receipt = await inbox.ReceiveAsync(Headers($"msg_{_run}-o-{round}-{i}"), body);
                    if (receipt.Status != WebhookReceiptStatus.Recorded)
                        throw new InvalidOperationException($"{receipt}");
                }),
            round => WorkersAsync(i => floor.ReceiveAsync(Headers($"msg_{_run}-f-{round}-{i}"), body))
        );
        Report.Ratio("deliveries received and recorded, 8 at a time", ours, its, "per s", "≥ 0.85×");
    }
}
