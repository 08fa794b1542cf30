using Microsoft.Extensions.Hosting;

namespace DodoUpsell.Webhooks;

/// <summary>Handles deliveries while the host runs.</summary>
internal sealed class InboxWorker(WebhookInbox inbox) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!inbox.RunsInBackground)
            return;

        // The host goes on starting meanwhile.
        await Task.Yield();
        await inbox.RunAsync(stoppingToken).ConfigureAwait(false);
    }
}
