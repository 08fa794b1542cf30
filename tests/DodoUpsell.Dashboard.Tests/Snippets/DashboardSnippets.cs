using System.Net;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Dashboard.Tests.Snippets;

/// <summary>The code of docs/dashboard.md.</summary>
public sealed class DashboardSnippets
{
    [Fact]
    public async Task An_app_with_a_back_office()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddDodoUpsells(BackOffice.Options);
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();

        #region dashboard-map
        builder.Services.AddDodoUpsellDashboard();
        builder.Services.AddAuthorization(options =>
            options.AddPolicy("operators", policy => policy.RequireRole("operator"))
        );

        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapDodoUpsellDashboard("/back-office", policy: "operators");
        #endregion

        await using var running = app;
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var response = await client.GetAsync(
            new Uri(new Uri(app.Urls.Single()), "/back-office"),
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
    }

    [Fact]
    public async Task What_an_operator_did()
    {
        var log = new InMemoryOperatorLog();
        await log.AddAsync(
            new OperatorAction
            {
                Environment = DodoEnvironment.Test,
                Id = "act_1",
                StartedAt = DateTimeOffset.UnixEpoch,
                Operator = "Ann",
                Action = "webhook.replay",
                Subject = "msg_1",
            },
            TestContext.Current.CancellationToken
        );
        var lines = new List<string>();
        var cancellationToken = TestContext.Current.CancellationToken;

        #region dashboard-log
        foreach (
            var action in await log.ListAsync(DodoEnvironment.Test, maxCount: 20, cancellationToken: cancellationToken)
        )
            lines.Add($"{action.Operator}: {action.Action} {action.Subject}: {action.Result}");
        #endregion

        Assert.Equal(["Ann: webhook.replay msg_1: Started"], lines);
    }
}
