using Microsoft.Extensions.Hosting;

namespace DodoUpsell.Webhooks;

/// <summary>A background service that handles deliveries while the host runs.</summary>
internal sealed class InboxWorker(WebhookInbox inbox) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!inbox.RunsInBackground)
            return;

        // Returns control to the host, so that its start is not delayed.
        await Task.Yield();
        await inbox.RunAsync(stoppingToken).ConfigureAwait(false);
    }
}
