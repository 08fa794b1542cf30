using System.Net;

namespace DodoUpsell.Charging;

/// <summary>What a plain no of the API means for a charge. Nothing was charged.</summary>
internal static class Refusals
{
    public static ChargeRefusal Of(DodoApiException refused) =>
        new(ChargeRefusalReason.RefusedByApi, refused.Code, refused.Message);

    /// <summary>
    /// Whether the customer could pay the same on a page: not when a payment is under way, nor when it is us whom the
    /// API refuses.
    /// </summary>
    public static bool APageMayHelp(DodoApiException refused) =>
        refused.StatusCode
            is HttpStatusCode.BadRequest
                or HttpStatusCode.PaymentRequired
                or HttpStatusCode.UnprocessableEntity
                or HttpStatusCode.Conflict
        && refused.Code != DodoErrorCode.PreviousPaymentPending;
}
