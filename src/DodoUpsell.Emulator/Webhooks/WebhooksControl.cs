using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Webhooks;

/// <summary>The webhook control calls of tests, used over HTTP and in C#.</summary>
internal sealed class WebhooksControl(EmulatorState state, WebhookDispatcher dispatcher) : IResource
{
    public void Map(RouteTable routes)
    {
        routes.Map("POST", "/_emulator/webhooks", call => WireResponse.Json(Add(call.Body())));
        routes.Map(
            "POST",
            "/_emulator/webhooks/{id}/rotate-secret",
            call => WireResponse.Json(Rotate(call.Path("id"), call.HasBody ? WebhookInput.Secret(call.Body()) : null))
        );
        routes.Map("GET", "/_emulator/webhook-deliveries", _ => WireResponse.Items(Deliveries()));
        routes.Map(
            "POST",
            "/_emulator/webhook-deliveries/{id}/replay",
            call => WireResponse.Json(Replay(call.Path("id")))
        );
    }

    public JsonObject Add(JsonInput body) => Add(Read(body));

    public JsonObject Add(EmulatedWebhook webhook)
    {
        lock (state.Gate)
        {
            var endpoint = WebhookEndpoint.Create(state, webhook);
            state.WebhookEndpoints.Put(endpoint);
            return WebhookJson.Controlled(endpoint);
        }
    }

    public JsonObject Rotate(string id, string? secret)
    {
        lock (state.Gate)
        {
            var endpoint = state.WebhookEndpoints.Get(id);
            endpoint.Rotate(secret ?? WebhookSecret.Create(state.Ids), state.Now);
            return WebhookJson.Controlled(endpoint);
        }
    }

    public JsonObject Replay(string id)
    {
        lock (state.Gate)
        {
            var delivery = state.WebhookDeliveries.Get(id);
            dispatcher.Replay(delivery);
            return WebhookJson.Delivery(delivery);
        }
    }

    private JsonObject[] Deliveries()
    {
        lock (state.Gate)
            return [.. state.WebhookDeliveries.Select(WebhookJson.Delivery)];
    }

    private static EmulatedWebhook Read(JsonInput body) =>
        new(new Uri(WebhookInput.Url(body)))
        {
            Secret = WebhookInput.Secret(body) ?? EmulatedWebhook.DefaultSecret,
            Shuffle = body.Flag("shuffle"),
            Duplicate = body.Flag("duplicate"),
        };
}
