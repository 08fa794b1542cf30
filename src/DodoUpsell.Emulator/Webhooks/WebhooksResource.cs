using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Webhooks;

internal sealed class WebhooksResource(EmulatorState state) : IResource
{
    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/webhooks", call => WireResponse.Json(WebhookPage.Of(state.WebhookEndpoints, call.Query)));
        routes.Map("POST", "/webhooks", Create);
        routes.Map("GET", "/webhooks/{webhook_id}", call => WireResponse.Json(WebhookJson.Endpoint(Find(call))));
        routes.Map("PATCH", "/webhooks/{webhook_id}", Update);
        routes.Map("DELETE", "/webhooks/{webhook_id}", Delete);
        routes.Map(
            "GET",
            "/webhooks/{webhook_id}/secret",
            call => WireResponse.Json(new JsonObject { ["secret"] = Find(call).Secret })
        );
    }

    private WebhookEndpoint Find(RouteCall call) => state.WebhookEndpoints.Get(call.Path("webhook_id"));

    private WireResponse Create(RouteCall call)
    {
        var body = call.Body();
        var wanted = Read(body);
        // The effect of a repeated idempotency key is not documented. Returning the endpoint that it created is the
        // safe choice.
        var endpoint =
            state.WebhookEndpoints.FirstOrDefault(known =>
                wanted.IdempotencyKey is { } key && string.Equals(known.IdempotencyKey, key, StringComparison.Ordinal)
            ) ?? wanted;
        state.WebhookEndpoints.Put(endpoint);
        return WireResponse.Json(WebhookJson.Endpoint(endpoint));
    }

    private WebhookEndpoint Read(JsonInput body)
    {
        var url = WebhookInput.Url(body);
        var description = body.OptionalText("description");
        var isDisabled = body.OptionalFlag("disabled") ?? false;
        var filterTypes = WebhookInput.FilterTypes(body) ?? [];
        var headers = WebhookInput.Headers(body);
        var metadata = WebhookInput.Metadata(body) ?? [];
        var rateLimit = body.OptionalInt32("rate_limit", minimum: 0);
        var idempotencyKey = body.OptionalText("idempotency_key");
        return new WebhookEndpoint
        {
            Id = state.Ids.Next("ep"),
            Number = state.Ids.Count,
            CreatedAt = state.Now,
            UpdatedAt = state.Now,
            Url = url,
            Secret = WebhookSecret.Create(state.Ids),
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
        var endpoint = Find(call);
        var body = call.Body();
        // Everything is read before anything is changed, so a refused request changes nothing.
        var url = WebhookInput.OptionalUrl(body) ?? endpoint.Url;
        var description = body.OptionalText("description") ?? endpoint.Description;
        var isDisabled = body.OptionalFlag("disabled") ?? endpoint.IsDisabled;
        var filterTypes = WebhookInput.FilterTypes(body) ?? endpoint.FilterTypes;
        var metadata = WebhookInput.Metadata(body) ?? endpoint.Metadata;
        var rateLimit = body.OptionalInt32("rate_limit", minimum: 0) ?? endpoint.RateLimit;
        endpoint.Url = url;
        endpoint.Description = description;
        endpoint.IsDisabled = isDisabled;
        endpoint.FilterTypes = filterTypes;
        endpoint.Metadata = metadata;
        endpoint.RateLimit = rateLimit;
        endpoint.UpdatedAt = state.Now;
        return WireResponse.Json(WebhookJson.Endpoint(endpoint));
    }

    private WireResponse Delete(RouteCall call)
    {
        state.WebhookEndpoints.Remove(Find(call));
        return WireResponse.Empty;
    }
}
