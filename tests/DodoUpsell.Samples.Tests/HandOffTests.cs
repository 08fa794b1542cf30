using System.Net;
using System.Text;
using System.Text.Json;
using DodoUpsell.TestKit;
using DodoUpsell.Webhooks;
using HandOff;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace DodoUpsell.Samples.Tests;

/// <summary>The sample that hands events to a broker, on a real RabbitMQ.</summary>
public sealed class HandOffTests
{
    private const string Key = "whsec_aGFuZC1vZmYtaGFuZC1vZmYtaGFuZC1vZmY=";
    private const string Body = """
        {"business_id":"bus_1","type":"payment.succeeded","timestamp":"2026-11-30T10:00:00Z","data":{"payload_type":"Payment",
        "payment_id":"pay_1","status":"succeeded","total_amount":4900,"currency":"USD","something_new":[1,2]}}
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_verified_event_is_published_once_with_the_id_of_its_webhook()
    {
        await using var rabbit = await RabbitServer.StartAsync(Stop);
        using var sample = SampleProcess.Start(
            "HandOff",
            KeyValuePair.Create("DODO_PAYMENTS_WEBHOOK_KEY", Key),
            "--Urls",
            "http://127.0.0.1:0",
            "--Broker",
            rabbit.Address.ToString()
        );
        var address = await sample.AddressAsync();

        Assert.Equal(HttpStatusCode.Unauthorized, await PostAsync(address, "msg_forged", sign: false));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(address, "msg_1"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(address, "msg_1")); // sent again by Dodo Payments
        Assert.Equal(HttpStatusCode.OK, await PostAsync(address, "msg_2"));

        var messages = await ReadAsync(rabbit, count: 2);
        Assert.Equal(["msg_1", "msg_2"], messages.Select(message => message.BasicProperties.MessageId).Order());
        Assert.All(
            messages,
            message =>
            {
                Assert.Equal("payment.succeeded", message.BasicProperties.Type);
                Assert.Equal("payment.succeeded", message.RoutingKey);
                Assert.True(message.BasicProperties.Persistent);
                using var body = JsonDocument.Parse(message.Body);
                using var sent = JsonDocument.Parse(Body);
                AssertHas(sent.RootElement, body.RootElement);
            }
        );
    }

    [Fact]
    public async Task An_event_waits_while_the_broker_is_down()
    {
        var rabbit = await RabbitServer.StartAsync(Stop);
        await using var broker = new Broker(rabbit.Address);
        await using var services = Services(broker);
        var inbox = services.GetRequiredService<IWebhookInbox>();
        await rabbit.DisposeAsync();

        Assert.Equal(200, (await ReceiveAsync(inbox, "msg_3")).HttpStatusCode);
        await inbox.ProcessAsync(Stop);
        var waiting = await inbox.FindAsync("msg_3", Stop);
        Assert.Equal((InboxState.Waiting, 1), (waiting!.State, waiting.Attempts));

        await using var back = await RabbitServer.StartAsync(rabbit.Address.Port, Stop);
        Assert.True(await inbox.ReplayAsync("msg_3", Stop)); // or 5 seconds later, by itself
        await inbox.ProcessAsync(Stop);

        Assert.Equal("msg_3", Assert.Single(await ReadAsync(back, count: 1)).BasicProperties.MessageId);
        Assert.Equal(InboxState.Completed, (await inbox.FindAsync("msg_3", Stop))!.State);
    }

    // Every member that was sent, at any depth. The message may name more of them, with their default values.
    private static void AssertHas(JsonElement sent, JsonElement published)
    {
        if (sent.ValueKind != JsonValueKind.Object)
        {
            Assert.True(JsonElement.DeepEquals(sent, published), $"{sent} became {published}");
            return;
        }

        foreach (var member in sent.EnumerateObject())
            AssertHas(member.Value, published.GetProperty(member.Name));
    }

    private static ServiceProvider Services(Broker broker)
    {
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton(broker);
        services
            .AddDodoUpsells(options =>
            {
                options.ApiKey = "not-used";
                options.Environment = DodoEnvironment.Test;
                options.WebhookSecrets.Add(Key);
            })
            .AddWebhookHandler<WebhookEvent, PublishEvents>();
        return services.BuildServiceProvider();
    }

    private static WebhookHeaders Sign(string id) =>
        new DodoWebhookSigner(new Secret(Key)).Sign(id, TimeProvider.System.GetUtcNow(), Encoding.UTF8.GetBytes(Body));

    private static Task<WebhookReceipt> ReceiveAsync(IWebhookInbox inbox, string id) =>
        inbox.ReceiveAsync(Sign(id), Encoding.UTF8.GetBytes(Body), Stop);

    private static async Task<HttpStatusCode> PostAsync(Uri address, string id, bool sign = true)
    {
        var headers = Sign(id);
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address, "/webhooks/dodo"));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        request.Headers.Add("webhook-id", headers.Id);
        request.Headers.Add("webhook-timestamp", headers.Timestamp);
        request.Headers.Add("webhook-signature", sign ? headers.Signature : "v1,Zm9yZ2Vk");
        using var response = await http.SendAsync(request, Stop);
        return response.StatusCode;
    }

    // The queue has what is expected, and nothing more.
    private static async Task<IReadOnlyList<BasicGetResult>> ReadAsync(RabbitServer rabbit, int count)
    {
        var factory = new ConnectionFactory { Uri = rabbit.Address };
        await using var connection = await factory.CreateConnectionAsync(Stop);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Stop);
        await channel.QueueDeclareAsync(
            Broker.Queue,
            durable: true,
            exclusive: false,
            autoDelete: false,
            cancellationToken: Stop
        );
        var read = new List<BasicGetResult>();
        while (read.Count < count)
        {
            if (await channel.BasicGetAsync(Broker.Queue, autoAck: true, Stop) is { } message)
                read.Add(message);
            else
                await Task.Delay(20, Stop);
        }

        Assert.Null(await channel.BasicGetAsync(Broker.Queue, autoAck: true, Stop));
        return read;
    }
}
