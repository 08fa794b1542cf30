using DodoUpsell.StoreSuites;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Webhooks.Inbox;

public sealed class InMemoryWebhookInboxStoreTests : WebhookInboxStoreSuite
{
    private readonly Dictionary<string, InMemoryWebhookInboxStore> _stores = [];

    protected override ValueTask<IWebhookInboxStore> OpenAsync(string account = "")
    {
        if (!_stores.TryGetValue(account, out var store))
            _stores.Add(account, store = new InMemoryWebhookInboxStore(account));
        return ValueTask.FromResult<IWebhookInboxStore>(store);
    }
}
