using System.Net;

namespace DodoUpsell.Charging;

/// <summary>Interprets an API error response that proves that nothing was charged.</summary>
internal static class Refusals
{
    public static ChargeRefusal Of(DodoApiException refused) =>
        new(ChargeRefusalReason.RefusedByApi, refused.Code, refused.Message);

    /// <summary>
    /// Returns whether the customer could make the payment on a checkout page: not while another payment is under way,
    /// and not if the API rejects the caller's credentials or permissions.
    /// </summary>
    public static bool APageMayHelp(DodoApiException refused) =>
        refused.StatusCode
            is HttpStatusCode.BadRequest
                or HttpStatusCode.PaymentRequired
                or HttpStatusCode.UnprocessableEntity
                or HttpStatusCode.Conflict
        && refused.Code != DodoErrorCode.PreviousPaymentPending;
}
