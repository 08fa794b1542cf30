using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Webhooks;

internal sealed class WebhooksResource(World world) : IResource
{
    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/webhooks", call => WireResponse.Json(WebhookPage.Of(world.WebhookEndpoints, call.Query)));
        routes.Map("POST", "/webhooks", Create);
        routes.Map("GET", "/webhooks/{webhook_id}", call => WireResponse.Json(WebhookJson.Endpoint(Find(call))));
        routes.Map("PATCH", "/webhooks/{webhook_id}", Update);
        routes.Map("DELETE", "/webhooks/{webhook_id}", Delete);
        routes.Map("GET", "/webhooks/{webhook_id}/secret", call => WireResponse.Json(new JsonObject { ["secret"] = Find(call).Secret }));
    }

    private WebhookEndpoint Find(RouteCall call) => world.WebhookEndpoints.Get(call.Path("webhook_id"));

    private WireResponse Create(RouteCall call)
    {
        JsonInput body = call.Body();
        WebhookEndpoint wanted = Read(body);
        // What a repeated key does is not documented; the endpoint that it made is the answer that harms nobody.
        WebhookEndpoint endpoint = world.WebhookEndpoints.FirstOrDefault(known =>
            wanted.IdempotencyKey is { } key && string.Equals(known.IdempotencyKey, key, StringComparison.Ordinal)) ?? wanted;
        world.WebhookEndpoints.Put(endpoint);
        return WireResponse.Json(WebhookJson.Endpoint(endpoint));
    }

    private WebhookEndpoint Read(JsonInput body)
    {
        string url = WebhookInput.Url(body);
        string? description = body.OptionalText("description");
        bool isDisabled = body.OptionalFlag("disabled") ?? false;
        IReadOnlyList<string> filterTypes = WebhookInput.FilterTypes(body) ?? [];
        Dictionary<string, string> headers = WebhookInput.Headers(body);
        JsonObject metadata = WebhookInput.Metadata(body) ?? [];
        int? rateLimit = body.OptionalInt32("rate_limit", minimum: 0);
        string? idempotencyKey = body.OptionalText("idempotency_key");
        return new WebhookEndpoint
        {
            Id = world.Ids.Next("ep"),
            Number = world.Ids.Count,
            CreatedAt = world.Now,
            UpdatedAt = world.Now,
            Url = url,
            Secret = WebhookSecret.Create(world.Ids),
            Description = description ?? string.Empty,
            IsDisabled = isDisabled,
            FilterTypes = filterTypes,
            Headers = headers,
            Metadata = metadata,
            RateLimit = rateLimit,
            IdempotencyKey = idempotencyKey,
        };
    }

    private WireResponse Update(RouteCall call)
    {
        WebhookEndpoint endpoint = Find(call);
        JsonInput body = call.Body();
        // Everything is read before anything is changed, so a refused request leaves no trace.
        string url = WebhookInput.OptionalUrl(body) ?? endpoint.Url;
        string description = body.OptionalText("description") ?? endpoint.Description;
        bool isDisabled = body.OptionalFlag("disabled") ?? endpoint.IsDisabled;
        IReadOnlyList<string> filterTypes = WebhookInput.FilterTypes(body) ?? endpoint.FilterTypes;
        JsonObject metadata = WebhookInput.Metadata(body) ?? endpoint.Metadata;
        int? rateLimit = body.OptionalInt32("rate_limit", minimum: 0) ?? endpoint.RateLimit;
        endpoint.Url = url;
        endpoint.Description = description;
        endpoint.IsDisabled = isDisabled;
        endpoint.FilterTypes = filterTypes;
        endpoint.Metadata = metadata;
        endpoint.RateLimit = rateLimit;
        endpoint.UpdatedAt = world.Now;
        return WireResponse.Json(WebhookJson.Endpoint(endpoint));
    }

    private WireResponse Delete(RouteCall call)
    {
        world.WebhookEndpoints.Remove(Find(call));
        return WireResponse.Empty;
    }
}
