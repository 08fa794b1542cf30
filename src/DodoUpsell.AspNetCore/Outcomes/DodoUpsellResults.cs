using DodoUpsell;
using DodoUpsell.AspNetCore;
using DodoUpsell.AspNetCore.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Makes outcomes the results of your own endpoints.</summary>
/// <remarks>
/// A response has the message for the customer and nothing that is meant for the seller. In an app that is published
/// natively, call <c>AddDodoUpsellEndpoints</c>, which registers their JSON.
/// </remarks>
public static class DodoUpsellResults
{
    /// <summary>Returns 200 with the outcome, or 202 while the charge is under way.</summary>
    /// <param name="outcome">The outcome.</param>
    public static Results<Ok<OutcomeResponse>, Accepted<OutcomeResponse>> ToResult(this ChargeOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var response = OutcomeResponses.Of(outcome);
        return outcome is ChargeOutcome.Processing or ChargeOutcome.Pending or ChargeOutcome.AlreadyInProgress
            ? TypedResults.Accepted((string?)null, response)
            : TypedResults.Ok(response);
    }

    /// <summary>
    /// Returns 200 with the outcome, 202 while the charge is under way, 409 with the new disclosure if it has changed, or
    /// 404 if the offer is not available.
    /// </summary>
    /// <param name="outcome">The outcome.</param>
    public static Results<
        Ok<OutcomeResponse>,
        Accepted<OutcomeResponse>,
        Conflict<OutcomeResponse>,
        ProblemHttpResult
    > ToResult(this OfferOutcome outcome)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        return outcome switch
        {
            OfferOutcome.NotAvailable gone => Problems.NotAvailable(gone),
            OfferOutcome.Changed => TypedResults.Conflict(OutcomeResponses.Of(outcome)),
            OfferOutcome.Pending => TypedResults.Accepted((string?)null, OutcomeResponses.Of(outcome)),
            _ => TypedResults.Ok(OutcomeResponses.Of(outcome)),
        };
    }

    /// <summary>
    /// Returns 200 with the outcome, 202 while the change is under way, or 409 with the new quote if it has changed.
    /// </summary>
    /// <remarks>
    /// Store the new quote before you return it, so that its id can be confirmed. The endpoints of
    /// <c>MapUpsellOffers</c> do it.
    /// </remarks>
    /// <param name="outcome">The outcome.</param>
    public static Results<Ok<OutcomeResponse>, Accepted<OutcomeResponse>, Conflict<OutcomeResponse>> ToResult(
        this PlanChangeOutcome outcome
    )
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var response = OutcomeResponses.Of(outcome);
        return outcome switch
        {
            PlanChangeOutcome.QuoteChanged => TypedResults.Conflict(response),
            PlanChangeOutcome.PaymentPending or PlanChangeOutcome.Unknown => TypedResults.Accepted(
                (string?)null,
                response
            ),
            _ => TypedResults.Ok(response),
        };
    }
}
