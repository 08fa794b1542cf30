using DodoUpsell.AspNetCore.Security;
using DodoUpsell.Dashboard.Brands;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Dashboard.Http;

/// <summary>
/// The way of every request: headers, the brand, and for an action the proof that an own page sent it. Only then does
/// the page's own work begin.
/// </summary>
/// <param name="page">The path within the back office, such as <c>/charges</c>.</param>
/// <param name="isAction">Whether it is posted and changes something.</param>
/// <param name="work">The work.</param>
internal sealed class DashboardEndpoint(string page, bool isAction, Func<DashboardRequest, Task<DashboardResult>> work)
{
    private const int MaxFormBytes = 16 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        SecurityHeaders.Set(http.Response);
        var brands = new BrandList(http.RequestServices);
        var named = http.Request.Query["brand"];
        var brand = named.Count > 1 ? null : brands.Find(named is [{ } name] ? name : null);
        if (
            DashboardLinks.Of(
                http.Request,
                page,
                brand is null ? null
                    : named is [{ } kept] ? kept
                    : null
            )
            is not { } links
        )
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var form = isAction
            ? await ReadFormAsync(http).ConfigureAwait(false)
            : (Fields: FormCollection.Empty, Refusal: null);
        var request = new DashboardRequest(http, brands, brand ?? brands.All[0], links)
        {
            Token = TokenOf(http),
            Form = form.Fields ?? FormCollection.Empty,
        };
        var result =
            form.Refusal
            ?? (
                brand is null
                    ? DashboardResult.NotFound("There is no such brand.")
                    : await RunAsync(request).ConfigureAwait(false)
            );
        await DashboardResponse.WriteAsync(http, request, result).ConfigureAwait(false);
    }

    private Task<DashboardResult> RunAsync(DashboardRequest request) =>
        isAction && request.Operator is null
            ? Task.FromResult<DashboardResult>(
                DashboardResult.Problem(
                    403,
                    "Your sign-in has no name",
                    "Actions are recorded with the name of the operator, and this sign-in has no name claim."
                )
            )
            : work(request);

    // A request is an action only if one of the back office's own pages sent it. Nothing was done for it before.
    private static async Task<(IFormCollection? Fields, DashboardResult? Refusal)> ReadFormAsync(HttpContext http)
    {
        var request = http.Request;
        if (!IsForm(request))
            return (
                null,
                DashboardResult.Problem(415, "Not a form", "This address is for the forms of the back office.")
            );

        // A referrer policy can hide the origin of an own form. Its token decides then.
        var isHidden = request.Headers["Sec-Fetch-Site"].Count == 0 && request.Headers.Origin is ["null"];
        if (RequestOrigin.Of(request, []) == OriginVerdict.Other && !isHidden)
            return (null, DashboardResult.Problem(403, "Refused", "Another site sent this form. Nothing was done."));
        if (
            await LimitedBody.ReadAsync(request, MaxFormBytes, http.RequestAborted).ConfigureAwait(false)
            is not { } body
        )
            return (null, DashboardResult.Problem(413, "Too large", "The form is too large. Nothing was done."));
        request.Body = new MemoryStream(body, writable: false);
        return await HasTokenAsync(http).ConfigureAwait(false)
            ? (await request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false), null)
            : (
                null,
                DashboardResult.Problem(
                    400,
                    "The form is too old",
                    "Nothing was done. Go back, reload the page and try again."
                )
            );
    }

    private static bool IsForm(HttpRequest request) =>
        request.Headers.ContentType is [{ } type]
        && type.Split(';')[0].Trim().Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static async Task<bool> HasTokenAsync(HttpContext http)
    {
        try
        {
            return await http
                .RequestServices.GetRequiredService<IAntiforgery>()
                .IsRequestValidAsync(http)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
    }

    private static (string Name, string Value) TokenOf(HttpContext http)
    {
        var tokens = http.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http);
        SecurityHeaders.Set(http.Response); // The tokens set weaker ones.
        return (tokens.FormFieldName, tokens.RequestToken ?? "");
    }
}
