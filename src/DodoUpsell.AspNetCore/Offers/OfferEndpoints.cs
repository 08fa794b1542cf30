using DodoUpsell.AspNetCore.Outcomes;
using DodoUpsell.AspNetCore.Security;
using DodoUpsell.AspNetCore.Subjects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DodoUpsell.AspNetCore.Offers;

/// <summary>The endpoints of offers: the current one, accepting, declining and the outcome.</summary>
internal sealed class OfferEndpoints(string? brand)
{
    private readonly Endpoints _endpoints = new(brand);

    public void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/offers/current", (string? placement, HttpContext http) => FindAsync(placement, http))
            .Named("FindOffer", brand, "Returns the offer of the signed-in user, if there is one.")
            .Produces<OfferResponse>()
            .Produces(StatusCodes.Status204NoContent)
            .AddEndpointFilter(new SubjectFilter(brand));
        group
            .MapGet("/offers/{id}/outcome", (string id, HttpContext http) => FindOutcomeAsync(id, http))
            .Named("FindOfferOutcome", brand, "Returns the outcome of an accepted offer. Charges nothing.")
            .Outcomes()
            .AddEndpointFilter(new SubjectFilter(brand));
        group
            .MapPost("/offers/{id}/accept", (string id, HttpContext http) => AcceptAsync(id, http))
            .Named("AcceptOffer", brand, "Accepts an offer and charges at most once, however often it is called.")
            .Takes<AcceptBody>()
            .Outcomes()
            .Produces<OutcomeResponse>(StatusCodes.Status409Conflict)
            .AddEndpointFilter(new StateChangeFilter(brand))
            .AddEndpointFilter(new SubjectFilter(brand));
        group
            .MapPost("/offers/{id}/decline", (string id, HttpContext http) => DeclineAsync(id, http))
            .Named("DeclineOffer", brand, "Declines an offer and returns the next one, if there is one.")
            .Takes<object>()
            .Produces<OfferResponse>()
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .AddEndpointFilter(new StateChangeFilter(brand))
            .AddEndpointFilter(new SubjectFilter(brand));
    }

    // After a purchase its webhook has opened the offer: the browser names no payment.
    private Task<IResult> FindAsync(string? placement, HttpContext http) =>
        Endpoints.RunAsync(
            http,
            async (subject, stop) =>
            {
                if (placement is not null && !Ids.IsName(placement))
                    return Problems.Invalid("The placement is not a name.");
                var flow = _endpoints.Service<IOfferFlow>(http);
                var offer = placement is null or OfferPlacement.PostPurchase
                    ? await flow.FindOpenAsync(subject, stop).ConfigureAwait(false)
                    : (
                        await flow.FindOfferAsync(subject, placement, Endpoints.CultureOf(http), stop)
                            .ConfigureAwait(false)
                    ).Offer;
                return offer is not null && (placement is null || offer.Placement == placement)
                    ? TypedResults.Ok(OfferResponse.Of(offer))
                    : TypedResults.NoContent();
            }
        );

    private Task<IResult> FindOutcomeAsync(string id, HttpContext http) =>
        Endpoints.RunAsync(
            http,
            async (subject, stop) =>
                Ids.IsId(id)
                && await _endpoints.Service<IOfferFlow>(http).FindOutcomeAsync(subject, id, stop).ConfigureAwait(false)
                    is { } outcome
                    ? outcome.ToResult()
                    : Problems.NotFound()
        );

    private Task<IResult> AcceptAsync(string id, HttpContext http) =>
        Endpoints.RunAsync(
            http,
            async (subject, stop) =>
            {
                if (!Ids.IsId(id))
                    return Problems.NotFound();
                var body = RequestBody.Of(http);
                var read = body.IsForm
                    ? new AcceptBody { DisclosureId = body.Field(DodoUpsellForms.DisclosureField) }
                    : body.Read(EndpointJsonContext.Default.AcceptBody);
                if (read is null || !Ids.IsId(read.DisclosureId) || ActorOf(read.AcceptedBy) is not { } actor)
                    return Problems.Invalid("Send {\"disclosureId\": \"…\"} with the id of the disclosure shown.");

                var options = _endpoints.OptionsOf(http);
                var page = OwnPath.Absolute(http.Request, options.PublicOrigin, options.OfferAcceptedPath, id);
                var outcome = await _endpoints
                    .Service<IOfferFlow>(http)
                    .AcceptAsync(
                        new AcceptOfferRequest
                        {
                            OfferId = id,
                            DisclosureId = read.DisclosureId!,
                            Subject = subject,
                            AcceptedBy = actor,
                            ReturnUrl = page,
                        },
                        stop
                    )
                    .ConfigureAwait(false);
                var path = outcome is OfferOutcome.Changed ? options.OfferDeclinedPath : options.OfferAcceptedPath;
                return outcome is OfferOutcome.NotAvailable { Reason: OfferUnavailableReason.NotFound }
                    ? Problems.NotFound()
                    : Endpoints.Answer(http, outcome.ToResult(), path, id, PageOf(outcome));
            }
        );

    private Task<IResult> DeclineAsync(string id, HttpContext http) =>
        Endpoints.RunAsync(
            http,
            async (subject, stop) =>
            {
                if (
                    !Ids.IsId(id)
                    || await _endpoints
                        .Service<IOfferFlow>(http)
                        .DeclineAsync(subject, id, Endpoints.CultureOf(http), stop)
                        .ConfigureAwait(false)
                        is not { } decision
                )
                    return Problems.NotFound();
                IResult next = decision.Offer is { } offer
                    ? TypedResults.Ok(OfferResponse.Of(offer))
                    : TypedResults.NoContent();
                return Endpoints.Answer(http, next, _endpoints.OptionsOf(http).OfferDeclinedPath, id);
            }
        );

    private static OfferActor? ActorOf(string? text) =>
        text switch
        {
            null or "human" => OfferActor.Human,
            "agent" => OfferActor.Agent,
            _ => null,
        };

    // A declined customer sees why first, and finds the other way to pay on that page.
    private static string? PageOf(OfferOutcome outcome) =>
        outcome switch
        {
            OfferOutcome.ActionRequired step => step.Url,
            OfferOutcome.CheckoutRequired page => page.CheckoutUrl,
            _ => null,
        };
}
