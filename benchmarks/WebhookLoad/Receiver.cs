using System.Diagnostics;
using System.Globalization;
using DodoUpsell;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace WebhookLoad;

/// <summary>The app under load, in a process of its own.</summary>
internal static class Receiver
{
    public const string Secret = "whsec_bG9hZC1sb2FkLWxvYWQtbG9hZC0wMDAx";

    /// <summary>Runs until standard input closes.</summary>
    /// <param name="database">The connection string of PostgreSQL, or <c>memory</c>.</param>
    /// <param name="handlerTime">How long a handler takes.</param>
    public static async Task RunAsync(string database, TimeSpan handlerTime)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var upsells = builder
            .Services.AddDodoUpsells(options =>
            {
                options.ApiKey = "not-used";
                options.Environment = DodoEnvironment.Test;
                options.WebhookSecrets.Add(Secret);
                options.Webhooks.HandlerTimeout = TimeSpan.FromSeconds(5);
                options.MaxClockSkew = TimeSpan.FromSeconds(10); // one machine; leases of a killed process end sooner
            })
            .OnWebhook<UnknownWebhookEvent>((_, _, cancellationToken) => Task.Delay(handlerTime, cancellationToken));
        if (database != "memory")
            upsells.UseEntityFrameworkStore(options =>
                options.UseNpgsql(
                    new NpgsqlConnectionStringBuilder(database) { MaxAutoPrepare = 50 }.ConnectionString,
                    npgsql => npgsql.EnableRetryOnFailure()
                )
            );
        await using var app = builder.Build();
        app.MapDodoWebhooks();
        app.MapGet(
            "/processor-time",
            () => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds.ToString(CultureInfo.InvariantCulture)
        );
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }
}
