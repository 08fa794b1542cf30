using System.Diagnostics.CodeAnalysis;
using DodoUpsell;
using DodoUpsell.AspNetCore;
using DodoUpsell.AspNetCore.Offers;
using DodoUpsell.AspNetCore.Outcomes;
using DodoUpsell.AspNetCore.Quotes;
using DodoUpsell.AspNetCore.Subjects;
using DodoUpsell.AspNetCore.Webhooks;
using DodoUpsell.Webhooks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the endpoints of DodoUpsell.</summary>
public static class DodoUpsellEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the endpoint that Dodo Payments sends webhooks to. It verifies and records a delivery and answers; the
    /// handlers run afterwards.
    /// </summary>
    /// <remarks>
    /// It needs no sign-in, because the signature is verified, and no rate limiter applies unless you call
    /// <c>RequireRateLimiting</c>. The body is limited to <see cref="WebhookInboxOptions.MaxBodyBytes"/>.
    /// </remarks>
    /// <param name="endpoints">The app's endpoints.</param>
    /// <param name="pattern">The path of the endpoint.</param>
    /// <param name="brand">The brand, as given to <c>AddDodoUpsells</c>, or null if there is one account.</param>
    /// <exception cref="InvalidOperationException">The brand is not registered.</exception>
    public static IEndpointConventionBuilder MapDodoWebhooks(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern = "/webhooks/dodo",
        string? brand = null
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        Require<IWebhookInbox>(endpoints, brand, "Call services.AddDodoUpsells(…) first.");
        return WebhookReceiver.Map(endpoints, pattern, brand);
    }

    /// <summary>
    /// Maps the endpoints of offers and plan changes for the user who is signed in: <c>GET offers/current</c>,
    /// <c>POST offers/{id}/accept</c>, <c>POST offers/{id}/decline</c>, <c>GET offers/{id}/outcome</c>,
    /// <c>POST subscriptions/{id}/quotes</c> and <c>POST quotes/{id}/confirm</c>.
    /// </summary>
    /// <remarks>
    /// Requests that change something are JSON from the app's own pages, or forms with an antiforgery token. No request
    /// has a customer id: the subject is the one that <see cref="ICustomerResolver"/> returns. What belongs to somebody
    /// else is answered as what does not exist. Without a sign-in the response is 401.
    /// </remarks>
    /// <param name="endpoints">The app's endpoints.</param>
    /// <param name="prefix">The path that all endpoints begin with.</param>
    /// <param name="brand">The brand, as given to <c>AddDodoUpsells</c>, or null if there is one account.</param>
    /// <exception cref="InvalidOperationException">Offers or the endpoints' services are not registered.</exception>
    public static RouteGroupBuilder MapUpsellOffers(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string prefix = "/upsell",
        string? brand = null
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        Require<IOfferFlow>(endpoints, brand, "Call AddOffers(…) on what services.AddDodoUpsells(…) returns.");
        Require<IPlanChangeQuotes>(
            endpoints,
            brand,
            "Call AddDodoUpsellEndpoints() on what services.AddDodoUpsells(…) returns."
        );
        var group = endpoints.MapGroup(prefix);
        group.AddEndpointFilter(new SignedInFilter());
#if NET10_0_OR_GREATER
        group.DisableCookieRedirect();
#endif
        new OfferEndpoints(brand).Map(group);
        new QuoteEndpoints(brand).Map(group);
        return group;
    }

    internal static void Require<T>(IEndpointRouteBuilder endpoints, string? brand, string advice)
    {
        var services = endpoints.ServiceProvider;
        var isThere = brand is null
            ? services.GetService<IServiceProviderIsService>()?.IsService(typeof(T))
            : services.GetService<IServiceProviderIsKeyedService>()?.IsKeyedService(typeof(T), brand);
        if (isThere == false)
            throw new InvalidOperationException(
                $"{typeof(T).Name} is not registered{(brand is null ? "" : $" for the brand '{brand}'")}. {advice}"
            );
    }
}
