using System.Diagnostics;
using System.Security.Claims;
using DodoUpsell;
using DodoUpsell.AspNetCore;
using DodoUpsell.AspNetCore.AotApp;

// Webhooks, offers, plan changes and withdrawals, published natively by the tests: whatever they would need reflection for fails here. The header that
// signs in exists for this program only.

if (args is not [var api, var secret])
{
    await Console.Error.WriteLineAsync("Give the address of an emulator and its webhook secret.");
    return 2;
}

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Services.AddSingleton<ICustomerResolver, Customers>();
builder
    .Services.AddDodoUpsells(options =>
    {
        options.ApiKey = "emulator";
        options.Environment = DodoEnvironment.Test;
        options.BaseAddress = new Uri(api);
        options.WebhookSecrets.Add(secret);
        options.Offers.DecisionDeadline = TimeSpan.FromSeconds(30);
    })
    .AddDodoUpsellEndpoints(options => options.Plans.Add("pdt_demo_pro"))
    .AddOffers(offers => offers.Rule("ebook", rule => rule.At("account").Sell("pdt_demo_ebook")))
    .AddWithdrawals();
builder.Services.AddHealthChecks().AddDodoUpsellHealthChecks();

var app = builder.Build();
app.Use(
    (http, next) =>
    {
        if (http.Request.Headers["X-Test-User"] is [{ } user])
            http.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, user)], "test"));
        return next(http);
    }
);
app.MapDodoWebhooks();
app.MapUpsellOffers();
app.MapWithdrawals();
app.MapHealthChecks("/health");
app.MapGet("/outcome", async (IUpsellFlow upsells) => (await upsells.FindAsync(new("none")))?.ToResult());

await app.StartAsync();
var started = DateTime.UtcNow - Process.GetCurrentProcess().StartTime.ToUniversalTime();
Console.WriteLine($"started in {started.TotalMilliseconds:0} ms");
Console.WriteLine(app.Urls.First());
await Console.Out.FlushAsync();

// Ends with its standard input, so that it does not outlive the test.
await Console.In.ReadToEndAsync();
await app.StopAsync();
return 0;
