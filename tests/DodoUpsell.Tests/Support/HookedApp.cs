using System.Text;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Tests.Support;

/// <summary>
/// An app with dependency injection against an emulator, to which a test hands payment events as it likes them.
/// </summary>
internal sealed class HookedApp : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private int _events;

    public HookedApp()
    {
        Emulator = new DodoEmulator();
        Wire = new Wire(Emulator);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(new SleepingClock(Emulator.Clock));
        services.AddSingleton<ILoggerFactory>(Log);
        services
            .AddDodoUpsells(options =>
            {
                options.ApiKey = The.ApiKey;
                options.Environment = DodoEnvironment.Test;
                options.RateLimit = RateLimitTier.Off;
                options.AttemptTimeout = TimeSpan.FromMinutes(2);
                options.TotalTimeout = TimeSpan.FromMinutes(10);
                options.WebhookSecrets.Add(EmulatedWebhook.DefaultSecret);

                // Shorter limits are over at once on this clock.
                options.Webhooks.HandlerTimeout = TimeSpan.FromMinutes(5);
            })
            .HttpClient.ConfigurePrimaryHttpMessageHandler(() => Wire);
        _services = services.BuildServiceProvider();
    }

    public DodoEmulator Emulator { get; }

    public Wire Wire { get; }

    public LogLines Log { get; } = new();

    public UpsellFlow Upsells => _services.GetRequiredService<UpsellFlow>();

    /// <summary>How often "a second payment succeeded" was said.</summary>
    public int Alarms => Log.Lines.Count(line => line.Id == 1201);

    /// <summary>A succeeded payment is told by webhook, and handled.</summary>
    public async Task TellAsync(JsonObject payment)
    {
        var inbox = _services.GetRequiredService<IWebhookInbox>();
        var data = payment.DeepClone().AsObject();
        data["payload_type"] = "Payment";
        var body = Encoding.UTF8.GetBytes(
            new JsonObject
            {
                ["business_id"] = "bus_1",
                ["type"] = "payment.succeeded",
                ["timestamp"] = data["created_at"]!.DeepClone(),
                ["data"] = data,
            }.ToJsonString()
        );
        var receipt = await inbox.ReceiveAsync(
            new DodoWebhookSigner(EmulatedWebhook.DefaultSecret).Sign(
                $"msg_{++_events}",
                Emulator.Clock.GetUtcNow(),
                body
            ),
            body
        );
        Assert.Equal(200, receipt.HttpStatusCode);
        var processed = await inbox.ProcessAsync();
        Assert.Equal(1, processed.Completed);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
