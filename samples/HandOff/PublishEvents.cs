using DodoUpsell;
using DodoUpsell.Webhooks;
using RabbitMQ.Client;

namespace HandOff;

/// <summary>
/// Publishes every verified event to a broker. It ends when the broker has confirmed the message, so an event is never
/// lost: while the broker is down, the inbox retries. A repeat has the same message id, the <c>webhook-id</c>.
/// </summary>
internal sealed class PublishEvents(Broker broker) : IDodoWebhookHandler<WebhookEvent>
{
    public async Task HandleAsync(
        WebhookEvent webhookEvent,
        WebhookContext context,
        CancellationToken cancellationToken = default
    )
    {
        var properties = new BasicProperties
        {
            MessageId = context.WebhookId,
            Type = webhookEvent.Type.Value,
            ContentType = "application/json",
            Persistent = true,
            Timestamp = new AmqpTimestamp(webhookEvent.Timestamp.ToUnixTimeSeconds()),
        };
        var channel = await broker.OpenAsync(cancellationToken);
        await using (channel)
            await channel.BasicPublishAsync(
                Broker.Exchange,
                routingKey: webhookEvent.Type.Value, // for example payment.succeeded
                mandatory: true, // a message that no queue takes is a failure
                properties,
                webhookEvent.ToUtf8Bytes(),
                cancellationToken
            );
    }
}
