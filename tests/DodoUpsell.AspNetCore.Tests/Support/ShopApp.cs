using System.Security.Claims;
using DodoUpsell.Emulator;
using DodoUpsell.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.AspNetCore.Tests.Support;

/// <summary>
/// A seller's app on a real Kestrel against the emulator, with the endpoints of the package. Who is signed in stands in a
/// header that only its tests send: <see cref="Visit"/>.
/// </summary>
internal sealed class ShopApp : IAsyncDisposable
{
    public const string UserHeader = "X-Test-User";

    /// <summary>The user of <see cref="DemoSeed.CustomerWithCards"/>.</summary>
    public const string Ada = "user-ada";

    /// <summary>The user of <see cref="DemoSeed.CustomerWithDecliningCard"/>.</summary>
    public const string Ben = "user-ben";

    private readonly WebApplication _app;

    private ShopApp(WebApplication app, DodoEmulator emulator, LogLines log)
    {
        (_app, Emulator, Log) = (app, emulator, log);
        Address = new Uri(
            app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()
        );
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = Address,
        };
    }

    public DodoEmulator Emulator { get; }

    public LogLines Log { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public IOfferFlow Offers => Services.GetRequiredService<IOfferFlow>();

    public IDodoClient Dodo => Services.GetRequiredService<IDodoClient>();

    public static Task<ShopApp> StartAsync(
        Action<DodoUpsellEndpointOptions>? endpoints = null,
        Action<DodoUpsellBuilder>? dodo = null,
        Action<WebApplicationBuilder>? builder = null,
        Action<WebApplication>? app = null,
        Action<OfferCatalogueBuilder>? offers = null,
        bool maps = true,
        DodoEmulatorOptions? emulator = null
    ) =>
        StartAsync(
            new DodoEmulator(emulator ?? new() { Settlement = PaymentSettlement.Immediate }),
            endpoints,
            dodo,
            builder,
            app,
            offers,
            maps
        );

    private static async Task<ShopApp> StartAsync(
        DodoEmulator emulator,
        Action<DodoUpsellEndpointOptions>? endpoints,
        Action<DodoUpsellBuilder>? dodo,
        Action<WebApplicationBuilder>? build,
        Action<WebApplication>? use,
        Action<OfferCatalogueBuilder>? offers,
        bool maps
    )
    {
        var log = new LogLines();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton(emulator.AppClock);
        builder.Services.AddAuthorization();
        var registered = Register(builder.Services, null, emulator, endpoints);
        registered.AddOffers(offers ?? Rules);
        dodo?.Invoke(registered);
        build?.Invoke(builder);

        var app = builder.Build();
        app.Use(SignIn);
        use?.Invoke(app);
        if (maps)
        {
            app.MapDodoWebhooks();
            app.MapUpsellOffers();
        }

        await app.StartAsync(TestContext.Current.CancellationToken);
        var shop = new ShopApp(app, emulator, log);
        await shop.Offers.LinkAsync(Ada, DemoSeed.CustomerWithCards);
        await shop.Offers.LinkAsync(Ben, DemoSeed.CustomerWithDecliningCard);
        return shop;
    }

    public static DodoUpsellBuilder Register(
        IServiceCollection services,
        string? brand,
        DodoEmulator emulator,
        Action<DodoUpsellEndpointOptions>? endpoints = null
    )
    {
        void Options(DodoUpsellOptions options)
        {
            options.ApiKey = "emulator";
            options.Environment = DodoEnvironment.Test;
            options.RateLimit = RateLimitTier.Off;
            options.MaxRetries = 0;
            options.WebhookSecrets.Add(EmulatedWebhook.DefaultSecret);
            options.Offers.DecisionDeadline = TimeSpan.FromSeconds(30);
        }

        var builder = brand is null ? services.AddDodoUpsells(Options) : services.AddDodoUpsells(brand, Options);
        builder.HttpClient.ConfigurePrimaryHttpMessageHandler(() => emulator.CreateHandler());
        builder.AddDodoUpsellEndpoints(options =>
        {
            options.Plans.Add(DemoSeed.ProPlan);
            options.Plans.Add(DemoSeed.BasicPlan);
            endpoints?.Invoke(options);
        });
        return builder;
    }

    public static void Rules(OfferCatalogueBuilder offers)
    {
        offers.Rule(
            "ebook",
            rule =>
                rule.At("account")
                    .Sell(DemoSeed.Ebook)
                    .Downsell("ebook-for-less", no => no.Sell(DemoSeed.Ebook).Discount(DemoSeed.DiscountCode))
        );
    }

    /// <summary>Starts a request of a user's browser, from a page of the shop.</summary>
    public Visit As(string? user) => new(this, user);

    /// <summary>Makes an offer for a user, without a request.</summary>
    public async Task<Offer> OfferAsync(string user = Ada)
    {
        var decision = await Offers.FindOfferAsync(SubjectIds.OfUser(user), "account");
        return decision.Offer ?? throw new InvalidOperationException($"No offer: {decision.NoOffer}");
    }

    /// <summary>What an attack must not change: the money, the offers and the subscription.</summary>
    public async Task<string> StateAsync()
    {
        var store = Services.GetRequiredService<IOfferStore>();
        var offers = new List<string>();
        foreach (var user in (string[])[Ada, Ben])
        {
            foreach (var offer in await store.ListAsync(DodoEnvironment.Test, $"user:{user}"))
                offers.Add($"{offer.Id} {offer.State} {offer.Version}");
        }

        var subscription = await Dodo.Subscriptions.GetAsync(DemoSeed.BasicSubscription);
        var charges = Emulator.Charges.Select(charge => $"{charge.PaymentId} {charge.Amount}");
        return $"{string.Join(',', charges)} | {string.Join(',', offers)} | {subscription.ProductId} {subscription.Quantity}";
    }

    private static Task SignIn(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers[UserHeader] is [{ } user])
            http.User = new ClaimsPrincipal(
                new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, user)], authenticationType: "test")
            );
        return next(http);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }
}
