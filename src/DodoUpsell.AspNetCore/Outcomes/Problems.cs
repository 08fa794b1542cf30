using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DodoUpsell.AspNetCore.Outcomes;

/// <summary>The problems that endpoints respond with. Each has a stable code and nothing that identifies anyone.</summary>
internal static class Problems
{
    /// <summary>The name of the member that has the code.</summary>
    public const string CodeMember = "code";

    public static ProblemHttpResult NotSignedIn() =>
        Of(StatusCodes.Status401Unauthorized, "not_signed_in", "Sign in first.");

    public static ProblemHttpResult OtherSite() =>
        Of(StatusCodes.Status403Forbidden, "cross_site_request", "The request was not made by this site's own pages.");

    public static ProblemHttpResult NoToken() =>
        Of(StatusCodes.Status400BadRequest, "antiforgery_token_invalid", "The form is too old. Reload the page.");

    public static ProblemHttpResult ContentType() =>
        Of(StatusCodes.Status415UnsupportedMediaType, "unsupported_content_type", "Send JSON.");

    public static ProblemHttpResult TooLarge() =>
        Of(StatusCodes.Status413PayloadTooLarge, "body_too_large", "The request's body is too large.");

    public static ProblemHttpResult Invalid(string detail) =>
        Of(StatusCodes.Status400BadRequest, "invalid_request", detail);

    /// <summary>The same for what does not exist and for what belongs to somebody else.</summary>
    public static ProblemHttpResult NotFound() =>
        Of(StatusCodes.Status404NotFound, "not_found", "There is nothing here.");

    /// <summary>Says nothing about which plans exist.</summary>
    public static ProblemHttpResult NotOffered() =>
        Of(StatusCodes.Status400BadRequest, "plan_not_offered", "This change is not offered.");

    /// <summary>The API could not be reached. Repeating the request cannot charge twice.</summary>
    public static ProblemHttpResult Unreachable() =>
        Of(
            StatusCodes.Status503ServiceUnavailable,
            "payments_unavailable",
            "Payments are not available right now. Try again in a moment."
        );

    /// <summary>Returns the same as <see cref="NotFound"/> for offers of others, and the reason for the subject's own.</summary>
    public static ProblemHttpResult NotAvailable(OfferOutcome.NotAvailable outcome) =>
        outcome.Reason == OfferUnavailableReason.NotFound
            ? NotFound()
            : Of(StatusCodes.Status404NotFound, $"offer_{Words.Of(outcome.Reason)}", outcome.CustomerMessage);

    public static ProblemHttpResult ResolverFailed() =>
        Of(StatusCodes.Status500InternalServerError, "internal_error", "The request failed.");

    public static ProblemHttpResult Of(int status, string code, string? detail) =>
        TypedResults.Problem(
            new ProblemDetails
            {
                Status = status,
                Detail = detail,
                Extensions = { [CodeMember] = code },
            }
        );
}
