using DodoUpsell.AspNetCore.Outcomes;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace DodoUpsell.AspNetCore.Security;

/// <summary>
/// Refuses a request that changes something before any work is done for it, unless it is JSON from the app's own pages,
/// or a form with a valid antiforgery token. It reads the body, up to a limit: <see cref="RequestBody.Of"/>.
/// </summary>
internal sealed class StateChangeFilter(string? brand, int maxBodyBytes = StateChangeFilter.DefaultMaxBodyBytes)
    : IEndpointFilter
{
    public const int DefaultMaxBodyBytes = 4096;

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var request = http.Request;
        var kind = RequestBody.KindOf(request);
        if (kind == BodyKind.Other)
            return Problems.ContentType();

        var options = http
            .RequestServices.GetRequiredService<IOptionsMonitor<DodoUpsellEndpointOptions>>()
            .Get(brand ?? Options.DefaultName);
        var origin = RequestOrigin.Of(request, options.TrustedOrigins);

        // The origin of a form may be hidden by a page's referrer policy. Its token decides then.
        var isHiddenForm = kind == BodyKind.Form && request.Headers["Sec-Fetch-Site"].Count == 0;
        if (origin == OriginVerdict.Other && !(isHiddenForm && request.Headers.Origin is ["null"]))
            return Problems.OtherSite();

        var body = await LimitedBody.ReadAsync(request, maxBodyBytes, http.RequestAborted).ConfigureAwait(false);
        if (body is null)
            return Problems.TooLarge();
        if (kind == BodyKind.Form || (origin == OriginVerdict.Unknown && !RequestOrigin.CarriesToken(request)))
        {
            request.Body = new MemoryStream(body, writable: false);
            if (!await HasTokenAsync(http).ConfigureAwait(false))
                return kind == BodyKind.Form ? Problems.NoToken() : Problems.OtherSite();
        }

        http.Features.Set(
            kind == BodyKind.Json
                ? new RequestBody(body, null)
                : new RequestBody(
                    ReadOnlyMemory<byte>.Empty,
                    await request.ReadFormAsync(http.RequestAborted).ConfigureAwait(false)
                )
        );
        return await next(context).ConfigureAwait(false);
    }

    private static async Task<bool> HasTokenAsync(HttpContext http)
    {
        try
        {
            return http.RequestServices.GetService<IAntiforgery>() is { } antiforgery
                && await antiforgery.IsRequestValidAsync(http).ConfigureAwait(false);
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
    }
}
