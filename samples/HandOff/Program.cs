using DodoUpsell;
using HandOff;

// Receives webhooks, and hands each verified event to RabbitMQ. What consumes them needs no DodoUpsell.
//   DODO_PAYMENTS_WEBHOOK_KEY=whsec_… dotnet run --project samples/HandOff -- --Broker amqp://localhost
var builder = WebApplication.CreateBuilder(args);
var broker = new Uri(builder.Configuration["Broker"] ?? "amqp://localhost");
builder.Services.AddSingleton(_ => new Broker(broker));
builder
    .Services.AddDodoUpsells(options =>
    {
        options.ApiKey = builder.Configuration["DODO_PAYMENTS_API_KEY"] ?? "not-used"; // events are only passed on
        options.Environment = DodoEnvironment.Test;
    })
    .AddWebhookHandler<WebhookEvent, PublishEvents>();

var app = builder.Build();
app.MapDodoWebhooks("/webhooks/dodo");
await app.RunAsync();
