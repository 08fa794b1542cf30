using System.Collections.Concurrent;
using DodoUpsell.Charging;
using DodoUpsell.Emulator;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DodoUpsell.Tests.Support;

/// <summary>
/// A seller's app against the emulator: the flows, one ledger, one clock, and every request that was sent.
/// </summary>
internal sealed class Shop
{
    private readonly ConcurrentQueue<string> _requests = new();

    public Shop(
        DodoEmulatorOptions? emulator = null,
        IChargeLedger? ledger = null,
        ChargingOptions? charging = null,
        ILoggerFactory? loggers = null,
        DelegatingHandler? between = null
    )
    {
        Emulator = new DodoEmulator(emulator ?? new DodoEmulatorOptions());
        Clock = new SleepingClock(Emulator.Clock);
        Ledger = ledger ?? new InMemoryChargeLedger();
        Charging = charging ?? new ChargingOptions();
        var recorder = new Recorder(Emulator.CreateHandler(), _requests);
        between?.InnerHandler = recorder;
        Dodo = The.ClientOf(between ?? (HttpMessageHandler)recorder, Clock);
        Engine = new ChargeEngine(
            Dodo,
            Ledger,
            () => Charging,
            Clock,
            ChargeMessages.English,
            (loggers ?? NullLoggerFactory.Instance).CreateLogger("DodoUpsell")
        );
        Upsells = new UpsellFlow(Engine);
        CrossSells = new CrossSellFlow(Engine);
        PlanChanges = new PlanChangeFlow(Engine);
        Reconciler = new ChargeReconciler(Engine);
    }

    public DodoEmulator Emulator { get; }

    public TimeProvider Clock { get; }

    public IChargeLedger Ledger { get; }

    public ChargingOptions Charging { get; }

    public IDodoClient Dodo { get; }

    public ChargeEngine Engine { get; }

    public UpsellFlow Upsells { get; }

    public CrossSellFlow CrossSells { get; }

    public PlanChangeFlow PlanChanges { get; }

    public ChargeReconciler Reconciler { get; }

    /// <summary>Every request since the last <see cref="Forget"/>, as method and path.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    public IEnumerable<string> ChargingRequests =>
        Requests.Where(request => request is "POST /checkouts" or "POST /payments" or "POST /subscriptions");

    public void Forget() => _requests.Clear();

    public void Break(
        EmulatedFaultKind kind,
        string path,
        int times = 1,
        string method = "POST",
        System.Net.HttpStatusCode? status = null
    ) =>
        Emulator.AddFault(
            new EmulatedFault(kind)
            {
                Method = method,
                Path = path,
                Times = times,
                Status = status,
            }
        );

    public static UpsellRequest Ebook(string key = "order-1", string customerId = DemoSeed.CustomerWithCards) =>
        new()
        {
            Key = key,
            CustomerId = customerId,
            Items = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }],
        };

    public static CrossSellRequest CrossSoldEbook(
        string key = "order-1",
        string customerId = DemoSeed.CustomerWithCards
    ) =>
        new()
        {
            Key = key,
            CustomerId = customerId,
            Items = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }],
            BillingAddress = new() { Country = new CountryCode("US") },
        };

    public async Task<ChargeRecord> RecordAsync(string key = "order-1") =>
        await Ledger.FindAsync(DodoEnvironment.Test, key)
        ?? throw new InvalidOperationException($"No record of {key}.");

    private sealed class Recorder(HttpMessageHandler inner, ConcurrentQueue<string> requests) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            requests.Enqueue($"{request.Method} {request.RequestUri!.AbsolutePath}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}
