using System.Text;
using DodoUpsell.Dashboard.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;

namespace DodoUpsell.Dashboard.Http;

/// <summary>Writes results. A page is complete before its first byte is sent, so a failure is never half a page.</summary>
internal static class DashboardResponse
{
    public static Task WriteAsync(HttpContext http, DashboardRequest request, DashboardResult result) =>
        result switch
        {
            DashboardResult.Html page => WritePageAsync(http, request, page),
            DashboardResult.Download file => WriteFileAsync(http.Response, file),
            DashboardResult.Redirect other => RedirectAsync(http.Response, other.Address),
            _ => throw new InvalidOperationException($"Unknown result {result.GetType().Name}."),
        };

    private static async Task WritePageAsync(HttpContext http, DashboardRequest request, DashboardResult.Html page)
    {
        var services = http.RequestServices;
        var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        string html;
        await using (renderer.ConfigureAwait(false))
        {
            html = await renderer
                .Dispatcher.InvokeAsync(async () =>
                {
                    var parameters = new Dictionary<string, object?>(StringComparer.Ordinal)
                    {
                        [nameof(DashboardComponent.Page)] = new DashboardPage(request, page),
                    };

                    // The text must be read where it was rendered.
                    var root = await renderer
                        .RenderComponentAsync<Document>(ParameterView.FromDictionary(parameters))
                        .ConfigureAwait(true);
                    return root.ToHtmlString();
                })
                .ConfigureAwait(false);
        }

        http.Response.StatusCode = page.Status;
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync(html, Encoding.UTF8, http.RequestAborted).ConfigureAwait(false);
    }

    private static Task RedirectAsync(HttpResponse response, string address)
    {
        response.StatusCode = StatusCodes.Status303SeeOther;
        response.Headers.Location = address;
        return Task.CompletedTask;
    }

    private static Task WriteFileAsync(HttpResponse response, DashboardResult.Download file)
    {
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName(file.FileName);
        response.Headers.ContentDisposition = disposition.ToString();
        response.ContentType = file.ContentType;
        response.ContentLength = file.Content.Length;
        return response.Body.WriteAsync(file.Content, response.HttpContext.RequestAborted).AsTask();
    }
}

/// <summary>A page while it is rendered: the request, and what is shown.</summary>
internal sealed record DashboardPage(DashboardRequest Request, DashboardResult.Html Html)
{
    public override string ToString() => nameof(DashboardPage);
}
