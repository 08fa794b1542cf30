using System.Diagnostics.CodeAnalysis;

namespace DodoUpsell.Webhooks;

/// <summary>The deliveries that are being handled, never more than allowed.</summary>
internal sealed class RunningDeliveries(Func<DodoUpsellOptions> options, IWebhookInboxStore store, DeliveryHandling handling, DeliveryProcessor processor, TimeProvider time)
{
    private readonly List<Task<WebhookResult>> _running = [];

    public int Count => _running.Count;

    public IReadOnlyList<Task> Tasks => _running;

    /// <summary>Takes what is due, as far as there is room, and starts on it.</summary>
    /// <returns>Whether there was room for more than was due.</returns>
    public async Task<bool> FillAsync(CancellationToken stopping)
    {
        var room = options().Webhooks.MaxConcurrency - _running.Count;
        if (room <= 0) return false;
        var now = time.GetUtcNow();
        var leased = await store.LeaseAsync(room, now, now + handling.LeaseTime, stopping).ConfigureAwait(false);
        foreach (var delivery in leased) _running.Add(processor.ProcessAsync(delivery, stopping));
        return leased.Count < room;
    }

    /// <summary>Removes one that has ended.</summary>
    public bool TryTakeEnded([NotNullWhen(true)] out Task<WebhookResult>? ended)
    {
        ended = _running.Find(task => task.IsCompleted);
        return ended is not null && _running.Remove(ended);
    }
}
