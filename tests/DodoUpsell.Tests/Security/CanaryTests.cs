using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.Json.Nodes;
using DodoUpsell.Charging;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;
using DodoUpsell.Tests.Webhooks;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Security;

/// <summary>
/// Every flow runs while answers, errors and handlers quote secrets; then everything that came out is searched.
/// </summary>
public sealed class CanaryTests(ITestOutputHelper output)
{
    private const int Runs = 60;

    [Fact]
    public async Task Nothing_secret_comes_out_of_any_flow()
    {
        var seen = new ConcurrentQueue<string>();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "DodoUpsell",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        };
        activities.ActivityStopped = activity =>
            seen.Enqueue(
                $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} "
                    + $"{string.Join(' ', activity.Events.SelectMany(e => e.Tags))}"
            );
        ActivitySource.AddActivityListener(activities);
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == "DodoUpsell")
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) => seen.Enqueue(string.Join(' ', tags.ToArray())));
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) => seen.Enqueue(string.Join(' ', tags.ToArray())));
        meters.Start();

        var ends = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var (records, settlements) = (0, 0);
        for (var seed = 0; seed < Runs; seed++)
        {
            var run = new Run(seed);
            await run.EverythingAsync();
            foreach (var end in run.Ends)
                ends[end] = ends.GetValueOrDefault(end) + 1;
            foreach (var text in run.Seen)
                Canaries.AssertNoneIn(text);
            run.Log.AssertAndForget();
            foreach (var state in Enum.GetValues<ChargeState>())
            {
                foreach (var record in await run.Ledger.ListAsync(DodoEnvironment.Test, state))
                {
                    records++;
                    Canaries.AssertNoneIn($"{record} {JsonSerializer.Serialize(record)}");
                }
            }

            foreach (var state in Enum.GetValues<InboxState>())
            {
                foreach (var settlement in await run.Ledger.Settlements.ListAsync(DodoEnvironment.Test, state))
                {
                    settlements++;
                    Canaries.AssertNoneIn(
                        $"{settlement} {settlement.LastError} {JsonSerializer.Serialize(settlement)}"
                    );
                }
            }
        }

        Assert.NotEmpty(seen);
        foreach (var text in seen)
            Canaries.AssertNoneIn(text);
        output.WriteLine(
            $"{Runs} of {Runs} runs of every flow: {records} records, {settlements} settlements, {seen.Count} "
                + $"spans and measurements; {string.Join(", ", ends.Select(end => $"{end.Key} {end.Value}"))}"
        );
        Assert.True(records >= Runs && settlements > 0 && ends.Count >= 6, "The flows do not reach what is searched.");
    }

    /// <summary>One app against an emulator whose answers are poisoned, and now and then hostile.</summary>
    private sealed class Run
    {
        private readonly Random _random;
        private readonly ChargeEngine _engine;
        private readonly InMemoryChargeLedger _ledger = new();
        private readonly TimeProvider _clock;
        private readonly WebhookInbox _inbox;
        private readonly DodoUpsellOptions _options = RedactionTests.Options();
        private int _deliveries;

        public Run(int seed)
        {
            _random = new Random(seed);
            var emulator = new DodoEmulator();
            _clock = new SleepingClock(emulator.Clock);
            _options.MaxRetries = 1;
            _options.Webhooks.RetryDelays.Clear();
            _options.Webhooks.HandlerTimeout = TimeSpan.FromMinutes(5);
            var http = new HttpClient(new PoisonedHandler(emulator.CreateHandler(), _random))
            {
                Timeout = Timeout.InfiniteTimeSpan,
            };
            var dodo = new DodoClient(
                http,
                () => _options,
                _clock,
                Log,
                ownsHttpClient: true,
                jitter: () => 0.5
            ).WithOptions(new() { Headers = new Dictionary<string, string> { ["X-Secret"] = Canaries.Header } });
            _engine = new ChargeEngine(dodo, _ledger, () => new ChargingOptions(), _clock, ChargeMessages.English, Log);
            _inbox = new WebhookInbox(() => _options, new InMemoryWebhookInboxStore(), _clock, Log);
            _inbox.OnWebhook<WebhookEvent>(
                (_, _, _) =>
                    throw new InvalidOperationException(
                        $"No row for {HostileAnswers.CanaryOfOptions(_random)}",
                        new IOException(HostileAnswers.CanaryOfOptions(_random))
                    )
            );
        }

        public EverythingLogged Log { get; } = new();

        public InMemoryChargeLedger Ledger => _ledger;

        public List<string> Seen { get; } = [];

        public List<string> Ends { get; } = [];

        public async Task EverythingAsync()
        {
            var (upsells, crossSells, changes) = (
                new UpsellFlow(_engine),
                new CrossSellFlow(_engine),
                new PlanChangeFlow(_engine)
            );
            await TryAsync(async () =>
                await upsells.ChargeAsync(
                    Shop.Ebook("one") with
                    {
                        Metadata = new() { ["note"] = Canaries.Email },
                        BillingAddress = new() { Country = CountryCode.US, Street = Canaries.Email },
                    }
                )
            );
            await TryAsync(async () =>
                await upsells.ChargeAsync(Shop.Ebook("two", DemoSeed.CustomerWithDecliningCard))
            );
            await TryAsync(async () => await crossSells.ChargeAsync(Shop.CrossSoldEbook("three")));
            await TryAsync(async () => await upsells.ChooseMethodAsync(DemoSeed.CustomerWithCards));
            await TryAsync(async () =>
            {
                var quote = await changes.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan);
                Seen.Add($"{quote}");
                return await changes.ConfirmAsync(quote);
            });
            await TryAsync(async () =>
                await changes.ScheduleAsync(
                    new() { SubscriptionId = DemoSeed.BasicSubscription, ProductId = DemoSeed.BasicPlan }
                )
            );
            await TryAsync(async () =>
                await changes.RecoverAsync(
                    new()
                    {
                        Key = "four",
                        SubscriptionId = DemoSeed.BasicSubscription,
                        PaymentMethod = PaymentMethodUpdate.Existing(DemoSeed.GoodCard),
                    }
                )
            );
            await TryAsync(async () => await new ChargeReconciler(_engine).RunAsync());
            await TryAsync(async () => await new ChargeReconciler(_engine).ReconcileAsync("one"));
            for (var i = 0; i < 3; i++)
                await TryAsync(async () => await DeliverAsync());
            foreach (var key in (string[])["one", "two", "three"])
                await TryAsync(async () => await upsells.FindAsync(key));
        }

        private async Task<object?> DeliverAsync()
        {
            var (id, body) = ($"msg_{++_deliveries}", HostileAnswers.NextDelivery(_random));
            var receipt = await _inbox.ReceiveAsync(
                new DodoWebhookSigner(Canaries.WebhookSecret).Sign(id, _clock.GetUtcNow(), body),
                body
            );
            await _inbox.ProcessAsync();
            if (await _inbox.FindAsync(id) is { } delivery)
                Seen.Add($"{delivery.LastError}");
            return receipt;
        }

        private async Task TryAsync(Func<Task<object?>> act)
        {
            try
            {
                var result = await act();
                Seen.Add(
                    $"{result} {(result as ChargeOutcome)?.CustomerMessage} "
                        + $"{(result as PlanChangeOutcome)?.CustomerMessage}"
                );
                Ends.Add(result?.GetType().Name ?? "nothing");
            }
            catch (DodoException e)
            {
                Seen.AddRange(Canaries.TextsOf(e));
                Ends.Add(e.GetType().Name);
            }
        }
    }

    private sealed class PoisonedHandler(HttpMessageHandler emulator, Random random) : DelegatingHandler(emulator)
    {
        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            if (random.Next(12) == 0)
            {
                if (request.Content is not null)
                    await request.Content.CopyToAsync(Stream.Null, cancellationToken);
                return HostileAnswers.Next(random, request);
            }

            var answer = await base.SendAsync(request, cancellationToken);
            if (Parse(await answer.Content.ReadAsStringAsync(cancellationToken)) is not { } body)
                return answer;
            HostileAnswers.Poison(body, random, statuses: false);
            answer.Content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
            return answer;
        }

        private static JsonNode? Parse(string text)
        {
            try
            {
                return JsonNode.Parse(text);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
