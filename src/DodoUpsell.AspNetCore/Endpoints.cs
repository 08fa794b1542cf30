using System.Globalization;
using DodoUpsell.AspNetCore.Outcomes;
using DodoUpsell.AspNetCore.Security;
using DodoUpsell.AspNetCore.Subjects;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DodoUpsell.AspNetCore;

/// <summary>What the endpoints of a brand share: its services, its options, and what a failing API means.</summary>
internal sealed class Endpoints(string? brand)
{
    public T Service<T>(HttpContext http)
        where T : notnull =>
        brand is null
            ? http.RequestServices.GetRequiredService<T>()
            : http.RequestServices.GetRequiredKeyedService<T>(brand);

    public DodoUpsellEndpointOptions OptionsOf(HttpContext http) =>
        http
            .RequestServices.GetRequiredService<IOptionsMonitor<DodoUpsellEndpointOptions>>()
            .Get(brand ?? Options.DefaultName);

    /// <summary>
    /// Returns the culture that the app chose for the request. Without request localization it is the server's: the
    /// header is not read, because anything can be in it.
    /// </summary>
    public static CultureInfo? CultureOf(HttpContext http) =>
        http.Features.Get<IRequestCultureFeature>()?.RequestCulture.UICulture;

    /// <summary>
    /// Returns the token of a request. One that changes something goes on although the browser has left: the second
    /// click of a double click ends the request of the first one, and the customer still expects the order.
    /// </summary>
    public static CancellationToken StopOf(HttpContext http) =>
        HttpMethods.IsGet(http.Request.Method) ? http.RequestAborted : CancellationToken.None;

    /// <summary>Runs what an endpoint does. Nothing that failed inside is described.</summary>
    public static async Task<IResult> RunAsync(
        HttpContext http,
        Func<SubjectIds, CancellationToken, Task<IResult>> work
    )
    {
        try
        {
            return SafeJson.Of(await work(ResolvedSubject.Of(http), StopOf(http)).ConfigureAwait(false));
        }
        catch (DodoException)
        {
            // The client has logged it. Flows throw it from a charge only before anything was sent.
            return Problems.Unreachable();
        }
    }

    /// <summary>
    /// Answers a request that changed something: JSON as it is, and a form with the next page.
    /// </summary>
    /// <param name="http">The request.</param>
    /// <param name="result">The answer to JSON.</param>
    /// <param name="nextPage">The path of the next page, as configured.</param>
    /// <param name="id">The id for the path.</param>
    /// <param name="paymentPage">The address of the payment page that the outcome sends the customer to, or null.</param>
    public static IResult Answer(
        HttpContext http,
        IResult result,
        string nextPage,
        string id,
        string? paymentPage = null
    )
    {
        if (!RequestBody.Of(http).IsForm)
            return result;
        return new SeeOther(OwnPath.IsPage(paymentPage) ? paymentPage! : OwnPath.Of(http.Request, nextPage, id));
    }
}
