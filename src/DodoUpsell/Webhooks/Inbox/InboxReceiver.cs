using System.Globalization;
using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Webhooks;

/// <summary>Verifies a request and records it as a delivery, or returns the reason for refusing it.</summary>
internal sealed class InboxReceiver(
    Func<DodoUpsellOptions> options,
    IWebhookInboxStore store,
    TimeProvider time,
    ILogger log
)
{
    private readonly CurrentVerifier _verifier = new(options, time);

    public async Task<WebhookReceipt> ReceiveAsync(
        WebhookHeaders headers,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken
    )
    {
        var receipt = Check(headers, body.Span, out var webhookEvent);
        if (receipt is null)
        {
            var added = await store
                .AddAsync(Delivery(headers, body, webhookEvent!), cancellationToken)
                .ConfigureAwait(false);
            receipt = new WebhookReceipt
            {
                Status = added ? WebhookReceiptStatus.Recorded : WebhookReceiptStatus.Duplicate,
            };
        }
        else
        {
            Log.DeliveryRefused(
                log,
                receipt.Reason == WebhookRefusalReason.NoSecret ? LogLevel.Error : LogLevel.Warning,
                receipt.Reason,
                receipt.Message!
            );
        }

        WebhookMetrics.Received(receipt.Status);
        return receipt;
    }

    private WebhookReceipt? Check(WebhookHeaders headers, ReadOnlySpan<byte> body, out WebhookEvent? webhookEvent)
    {
        webhookEvent = null;
        if (_verifier.Get() is not { } verifier)
            return WebhookReceipt.Refused(WebhookRefusalReason.NoSecret, NoSecret());
        if (!verifier.TryVerify(headers, body, out var refusal))
            return WebhookReceipt.Refused(refusal);
        return WebhookEvent.TryParse(body, out webhookEvent)
            ? null
            : WebhookReceipt.Refused(WebhookRefusalReason.MalformedBody);
    }

    private InboxDelivery Delivery(WebhookHeaders headers, ReadOnlyMemory<byte> body, WebhookEvent webhookEvent)
    {
        var now = time.GetUtcNow();
        var sent = DateTimeOffset.FromUnixTimeSeconds(
            long.Parse(headers.Timestamp!, NumberStyles.None, CultureInfo.InvariantCulture)
        );
        return new InboxDelivery
        {
            Id = headers.Id!,
            Account = store.Account,
            Type = webhookEvent.Type.Value,
            Subject = webhookEvent.Subject,

            // Copied, because the caller may reuse its buffer for the next request.
            Body = body.ToArray(),
            ReceivedAt = now,
            SentAt = sent,
            OccurredAt = webhookEvent.Timestamp == default ? sent : webhookEvent.Timestamp,
            StateAt = webhookEvent.StateAt,
            DueAt = now,
            TraceParent = Telemetry.TraceParent,
        };
    }

    private string NoSecret() =>
        $"{options().KeyOf(nameof(DodoUpsellOptions.WebhookSecrets))} is missing, so no delivery can be verified. "
        + $"Set it, or the environment variable {EnvironmentVariables.WebhookKey}, to the endpoint's signing secret "
        + $"(whsec_…).";
}
