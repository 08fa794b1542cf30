using System.Net;
using DodoUpsell.Emulator.Faults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DodoUpsell.Emulator.Wire;

/// <summary>The server: a catch-all route in front of the engine, on the loopback address only.</summary>
internal static class EmulatorServer
{
    public static async Task<WebApplication> StartAsync(
        FaultInjector answers,
        SiteGuard guard,
        int port,
        CancellationToken cancellationToken
    )
    {
        // Empty, because the settings files and variables of the hosting program could add ports and filters.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, GuestLifetime>();
        // A response that a fault delays must not delay the shutdown.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));

        var application = builder.Build();
        application.Run(context => AnswerAsync(answers, guard, context));
        try
        {
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            return application;
        }
        catch
        {
            await application.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async Task AnswerAsync(FaultInjector answers, SiteGuard guard, HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted).ConfigureAwait(false);

        var request = new WireRequest(
            context.Request.Method,
            // The raw target keeps an escaped slash inside an id; the parsed path does not.
            RawTarget(context),
            Origin(context),
            context.Request.Headers.Authorization,
            body.ToArray()
        );
        try
        {
            // Checked first: a refused request uses up no fault and does not move the clock.
            var response = guard.Check(context.Request, request) is { } refusal
                ? WireResponse.Error(refusal)
                : await answers.HandleAsync(request, context.RequestAborted).ConfigureAwait(false);
            await WriteAsync(context, response).ConfigureAwait(false);
        }
        catch (ConnectionBrokenException)
        {
            context.Abort();
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected.
        }
    }

    private static async Task WriteAsync(HttpContext context, WireResponse response)
    {
        context.Response.StatusCode = response.Status;
        foreach ((var name, var value) in response.Headers)
            context.Response.Headers[name] = value;

        if (response.ContentType is { } type)
        {
            context.Response.ContentType = type;
            context.Response.ContentLength = response.Body.Length;
            await context.Response.Body.WriteAsync(response.Body, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private static Uri Origin(HttpContext context) =>
        Uri.TryCreate($"{context.Request.Scheme}://{context.Request.Host}", UriKind.Absolute, out var origin)
            ? origin
            : new Uri($"{context.Request.Scheme}://{IPAddress.Loopback}:{context.Connection.LocalPort}");

    private static string RawTarget(HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        return target.StartsWith('/') ? target : context.Request.Path + context.Request.QueryString;
    }
}
