using DodoUpsell;
using DodoUpsell.Emulator;
using DodoUpsell.Webhooks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using UpsellShop;
using UpsellShop.Components;
using UpsellShop.Data;

// A bakery that sells a course and a club, and offers more after the purchase. It runs on the embedded emulator.
//   dotnet run --project samples/UpsellShop
//   dotnet run --project samples/UpsellShop -- --Urls http://localhost:5081 --Emulator http://127.0.0.1:4010 \
//       --Database "Host=localhost;Database=shop" --Keys shop-keys      one of several nodes on PostgreSQL
var builder = WebApplication.CreateBuilder(args);
var settings = builder.Configuration;
var address = new Uri(settings["Urls"] ?? "http://localhost:5080");
builder.WebHost.UseUrls(address.ToString());
var (api, emulator) = await Demo.StartAsync(settings, address);

// SQLite in a file, or PostgreSQL.
var database = settings["Database"] ?? $"Data Source={Path.Combine(Path.GetTempPath(), "upsellshop.db")}";
builder.Services.AddDbContextFactory<ShopContext>(options =>
    _ = database.StartsWith("Host=", StringComparison.Ordinal)
        ? options.UseNpgsql(database)
        : options.UseSqlite(database)
);
builder.Services.AddScoped<AccessBook>();
builder.Services.AddScoped<Purchases>();
builder.Services.AddSingleton(TimeProvider.System);

settings["DodoUpsell:BaseAddress"] = api.ToString();
settings["DodoUpsell:WebhookSecrets:0"] = EmulatedWebhook.DefaultSecret;
builder
    .Services.AddDodoUpsells(settings.GetSection("DodoUpsell"))
    .UseEntityFrameworkStore<ShopContext>()
    .AddOffers(Catalogue.AddOffers)
    .AddWithdrawals()
    .OnWithdrawal(Mail.SendAsync)
    .AddDodoUpsellEndpoints(endpoints =>
    {
        endpoints.PublicOrigin = address.GetLeftPart(UriPartial.Authority);
        endpoints.OfferAcceptedPath = "/offers/{id}";
        endpoints.OfferDeclinedPath = "/offer";
        endpoints.QuotePath = "/quotes/{id}";
        endpoints.QuoteConfirmedPath = "/quotes/{id}/result";
        endpoints.Plans.Add(DemoSeed.BasicPlan);
        endpoints.Plans.Add(DemoSeed.ProPlan);
    })
    .AddWebhookHandler<PaymentEvent, GrantPurchases>()
    .AddWebhookHandler<RefundEvent, RevokeRefunds>()
    .AddSettlementHandler<GrantOffers>();

// Cookies and forms of one node are valid on the others.
if (settings["Keys"] is { } keys)
    builder.Services.AddDataProtection().SetApplicationName("UpsellShop").PersistKeysToFileSystem(new(keys));
builder.Services.AddShopSignIn();
builder.Services.AddRazorComponents();
builder.Services.AddDodoUpsellDashboard();
builder.Services.AddHealthChecks().AddDodoUpsellHealthChecks();
builder.Services.AddOpenApi();

await using var app = builder.Build();
await app.Services.CreateTablesAsync(startAgain: emulator is not null);
app.UseRequestLocalization("en-US");
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseStaticFiles();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapShopSignIn();
app.MapCheckout();
app.MapRazorComponents<App>();
app.MapDodoWebhooks();
app.MapUpsellOffers();
app.MapWithdrawals();
app.MapDodoUpsellDashboard("/back-office", SignIn.Staff);
app.MapHealthChecks("/health");
app.MapOpenApi();

app.Lifetime.ApplicationStarted.Register(() =>
    Console.WriteLine($"The shop is open: {address}   The emulator: {new Uri(api, "/_emulator")}")
);
await app.RunAsync();
if (emulator is not null)
    await emulator.DisposeAsync();
