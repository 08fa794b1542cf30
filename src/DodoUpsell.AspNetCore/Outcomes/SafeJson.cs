using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DodoUpsell.AspNetCore.Outcomes;

/// <summary>
/// Writes responses with the JSON of this package instead of the app's, which by default does not escape what is markup
/// in HTML: names of products come from outside.
/// </summary>
internal static class SafeJson
{
    public static IResult Of(IResult result) =>
        result switch
        {
            INestedHttpResult nested => Of(nested.Result),
            IValueHttpResult<OutcomeResponse> { Value: { } outcome } => TypedResults.Json(
                outcome,
                EndpointJsonContext.Default.OutcomeResponse,
                statusCode: StatusOf(result)
            ),
            IValueHttpResult<OfferResponse> { Value: { } offer } => TypedResults.Json(
                offer,
                EndpointJsonContext.Default.OfferResponse,
                statusCode: StatusOf(result)
            ),
            IValueHttpResult<QuoteResponse> { Value: { } quote } => TypedResults.Json(
                quote,
                EndpointJsonContext.Default.QuoteResponse,
                statusCode: StatusOf(result)
            ),
            _ => result,
        };

    private static int? StatusOf(IResult result) => (result as IStatusCodeHttpResult)?.StatusCode;
}
