using DodoUpsell.Webhooks;

namespace DodoUpsell.AspNetCore.Health;

/// <summary>The deliveries of the inbox.</summary>
internal sealed class InboxReads(IWebhookInboxStore store) : IQueueReads
{
    public string Items => "webhook deliveries";

    public Task<DateTimeOffset?> FindNextDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        store.FindNextDueAsync(now, cancellationToken);

    public async Task<int> CountParkedAsync(int atMost, CancellationToken cancellationToken) =>
        (
            await store.ListAsync(InboxState.Parked, atMost, cancellationToken: cancellationToken).ConfigureAwait(false)
        ).Count;
}

/// <summary>The settlements that are told to the app.</summary>
internal sealed class SettlementReads(IChargeSettlementStore store, DodoEnvironment environment) : IQueueReads
{
    public string Items => "settlements";

    public Task<DateTimeOffset?> FindNextDueAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        store.FindNextDueAsync(environment, now, cancellationToken);

    public async Task<int> CountParkedAsync(int atMost, CancellationToken cancellationToken) =>
        (
            await store
                .ListAsync(environment, InboxState.Parked, atMost, cancellationToken: cancellationToken)
                .ConfigureAwait(false)
        ).Count;
}
