using DodoUpsell.AspNetCore.Outcomes;
using DodoUpsell.AspNetCore.Security;
using DodoUpsell.AspNetCore.Subjects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DodoUpsell.AspNetCore.Quotes;

/// <summary>The endpoints of plan changes: a quote, and its confirmation.</summary>
internal sealed class QuoteEndpoints(string? brand)
{
    private const int MaxQuantity = 1_000_000;

    private readonly Endpoints _endpoints = new(brand);

    public void Map(RouteGroupBuilder group)
    {
        group
            .MapPost("/subscriptions/{id}/quotes", (string id, HttpContext http) => QuoteAsync(id, http))
            .Named("QuotePlanChange", brand, "Quotes a change of the user's own subscription. Charges nothing.")
            .Takes<QuoteBody>()
            .Produces<QuoteResponse>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .AddEndpointFilter(new StateChangeFilter(brand))
            .AddEndpointFilter(new SubjectFilter(brand));
        group
            .MapPost("/quotes/{id}/confirm", (string id, HttpContext http) => ConfirmAsync(id, http))
            .Named("ConfirmPlanChange", brand, "Makes a quoted change at most once, however often it is called.")
            .Takes<object>()
            .Outcomes()
            .Produces<OutcomeResponse>(StatusCodes.Status409Conflict)
            .AddEndpointFilter(new StateChangeFilter(brand))
            .AddEndpointFilter(new SubjectFilter(brand));
    }

    private Task<IResult> QuoteAsync(string id, HttpContext http) =>
        Endpoints.RunAsync(
            http,
            async (subject, stop) =>
            {
                if (!Ids.IsId(id))
                    return Problems.NotFound();
                if (BodyOf(RequestBody.Of(http)) is not { } wish || RequestOf(id, wish) is not { } request)
                    return Problems.Invalid("Send {\"productId\": \"…\"} with the id of the new plan, or a quantity.");
                var options = _endpoints.OptionsOf(http);
                if (Reviewed(request, options) is not { } reviewed)
                    return Problems.NotOffered();
                if (
                    await _endpoints
                        .Service<IPlanChangeQuotes>(http)
                        .QuoteAsync(subject, reviewed, stop)
                        .ConfigureAwait(false)
                    is not { } quote
                )
                    return Problems.NotFound();
                var response = TypedResults.Ok(QuoteResponse.Of(quote, Endpoints.CultureOf(http)));
                return Endpoints.Answer(http, response, options.QuotePath, quote.Id);
            }
        );

    private Task<IResult> ConfirmAsync(string id, HttpContext http) =>
        Endpoints.RunAsync(
            http,
            async (subject, stop) =>
            {
                if (
                    !Ids.IsId(id)
                    || await _endpoints
                        .Service<IPlanChangeQuotes>(http)
                        .ConfirmAsync(subject, id, stop)
                        .ConfigureAwait(false)
                        is not { } outcome
                )
                    return Problems.NotFound();
                var options = _endpoints.OptionsOf(http);
                var (path, shown) = outcome is PlanChangeOutcome.QuoteChanged changed
                    ? (options.QuotePath, changed.NewQuote.Id)
                    : (options.QuoteConfirmedPath, id);
                var page = (outcome as PlanChangeOutcome.ActionRequired)?.Url;
                return Endpoints.Answer(http, outcome.ToResult(), path, shown, page);
            }
        );

    private static QuoteBody? BodyOf(RequestBody body)
    {
        if (!body.IsForm)
            return body.Read(EndpointJsonContext.Default.QuoteBody);
        var quantity = body.Field("quantity");
        if (string.IsNullOrEmpty(quantity))
            quantity = null;
        return quantity is null
                ? new() { ProductId = Given(body.Field("productId")), Timing = Given(body.Field("timing")) }
            : int.TryParse(
                quantity,
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var number
            )
                ? new()
                {
                    ProductId = Given(body.Field("productId")),
                    Timing = Given(body.Field("timing")),
                    Quantity = number,
                }
            : null;
    }

    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static PlanChangeRequest? RequestOf(string subscriptionId, QuoteBody wish)
    {
        PlanChangeTiming? timing = wish.Timing switch
        {
            null or "immediately" => PlanChangeTiming.Immediately,
            "next_billing_date" => PlanChangeTiming.NextBillingDate,
            _ => null,
        };
        return
            timing is { } when
            && (wish.ProductId is not null || wish.Quantity is not null)
            && (wish.ProductId is null || Ids.IsId(wish.ProductId))
            && wish.Quantity is null or (>= 1 and <= MaxQuantity)
            ? new PlanChangeRequest
            {
                SubscriptionId = subscriptionId,
                ProductId = wish.ProductId,
                Quantity = wish.Quantity,
                Timing = when,
            }
            : null;
    }

    // The subscription stays the one whose owner is checked, whatever the app's function returns.
    private static PlanChangeRequest? Reviewed(PlanChangeRequest request, DodoUpsellEndpointOptions options)
    {
        if (request.ProductId is { } plan && !options.Plans.Contains(plan, StringComparer.Ordinal))
            return null;
        var reviewed = options.ReviewPlanChange is { } review ? review(request) : request;
        return reviewed is null ? null : reviewed with { SubscriptionId = request.SubscriptionId };
    }
}
