using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Emulator.Tests.Browsers;

/// <summary>Somebody else's web site: the same page at every address.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _application;

    private Site(WebApplication application) => _application = application;

    /// <summary>The port that it listens on, at 127.0.0.1.</summary>
    public int Port => new Uri(_application.Urls.Single()).Port;

    public static async Task<Site> StartAsync(string body = "<p>A shop.</p>")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        application.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(
                $"<!DOCTYPE html><title>Site</title>{body}",
                TestContext.Current.CancellationToken
            );
        });
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new Site(application);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
