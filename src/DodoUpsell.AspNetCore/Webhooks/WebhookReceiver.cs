using DodoUpsell.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace DodoUpsell.AspNetCore.Webhooks;

/// <summary>The endpoint that Dodo Payments sends webhooks to. It records a delivery and answers at once.</summary>
internal static class WebhookReceiver
{
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder routes, string pattern, string? brand)
    {
        var endpoint = routes
            .MapPost(pattern, http => ReceiveAsync(http, brand))
            .WithDisplayName($"Dodo Payments webhooks {brand}".TrimEnd())
            .AllowAnonymous()
            .DisableAntiforgery();

        // Dodo Payments sends from few addresses and repeats what was refused, so a limit for visitors must not apply.
        endpoint.Finally(static built =>
        {
            if (!built.Metadata.OfType<EnableRateLimitingAttribute>().Any())
                built.Metadata.Add(new DisableRateLimitingAttribute());
        });
        return endpoint;
    }

    private static async Task ReceiveAsync(HttpContext http, string? brand)
    {
        var request = http.Request;
        var receipt = await new Endpoints(brand)
            .Service<IWebhookInbox>(http)
            .ReceiveAsync(
                WebhookHeaders.FromHeaders(name =>
                    request.Headers.TryGetValue(name, out var values) ? values.ToString() : null
                ),
                request.Body,
                http.RequestAborted
            )
            .ConfigureAwait(false);
        http.Response.StatusCode = receipt.HttpStatusCode;
    }
}
