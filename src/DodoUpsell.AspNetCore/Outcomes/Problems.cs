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
    public static ProblemHttpResult NotFound(string detail = "There is no such offer.") =>
        Of(StatusCodes.Status404NotFound, "not_found", detail);

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
