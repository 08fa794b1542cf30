using System.Net;
using System.Security.Claims;
using DodoUpsell.Emulator;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Dashboard.Tests;

/// <summary>
/// A seller's app with a back office on a real port, against the emulator. Its workers do not run: what is parked stays
/// parked until a test processes it.
/// </summary>
internal sealed class BackOffice : IAsyncDisposable
{
    public const string Policy = "operators";
    public const string Operator = "Ann Operator";

    private readonly WebApplication _app;

    private BackOffice(WebApplication app, DodoEmulator emulator, string pathBase, string prefix)
    {
        (_app, Emulator, Prefix) = (app, emulator, pathBase + prefix);
        var address = app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.Single();
        Site = new Uri(address);
        PathBase = pathBase;
    }

    public DodoEmulator Emulator { get; }

    public Uri Site { get; }

    public string PathBase { get; }

    /// <summary>Gets the path of the back office, with the path base.</summary>
    public string Prefix { get; }

    public string Address => new Uri(Site, Prefix).AbsoluteUri;

    public IServiceProvider Services => _app.Services;

    public DateTimeOffset Now => Emulator.AppClock.GetUtcNow();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<BackOffice> StartAsync(
        string pathBase = "",
        string prefix = "/back-office",
        Action<IServiceCollection, DodoEmulator>? brands = null,
        Action<DodoUpsellBuilder>? configure = null
    )
    {
        var emulator = new DodoEmulator();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddSingleton(emulator.AppClock);
        if (brands is null)
        {
            var dodo = builder.Services.AddDodoUpsells(Options);
            dodo.HttpClient.ConfigurePrimaryHttpMessageHandler(emulator.CreateHandler);
            configure?.Invoke(dodo);
        }
        else
        {
            brands(builder.Services, emulator);
        }

        builder
            .Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.LoginPath = "/sign-in-page";
                cookie.Events.OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;
                    return Task.CompletedTask;
                };
            });
        builder.Services.AddAuthorization(options =>
            options.AddPolicy(Policy, policy => policy.RequireRole("operator"))
        );
        builder.Services.AddDodoUpsellDashboard();
        var app = builder.Build();
        if (pathBase.Length > 0)
            app.UsePathBase(pathBase);
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/sign-in", SignInAsync);
        app.MapDodoUpsellDashboard(prefix, Policy);
        await app.StartAsync(Cancellation);
        return new BackOffice(app, emulator, pathBase, prefix);
    }

    public static void Options(DodoUpsellOptions options)
    {
        (options.ApiKey, options.Environment) = ("any", DodoEnvironment.Test);
        options.Webhooks.RunInBackground = false;
        options.Webhooks.RetryDelays.Clear();
    }

    public T Get<T>(string? brand = null)
        where T : notnull =>
        brand is null ? Services.GetRequiredService<T>() : Services.GetRequiredKeyedService<T>(brand);

    /// <summary>Returns a browser-like client that is signed in, if a role is given.</summary>
    public async Task<Client> SignInAsync(string? role = "operator", string? name = Operator)
    {
        var client = new Client(this);
        if (role is not null)
            await client.Http.GetAsync(
                $"{PathBase}/sign-in?role={role}&name={Uri.EscapeDataString(name ?? "")}",
                Cancellation
            );
        return client;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task SignInAsync(HttpContext http)
    {
        var identity = new ClaimsIdentity(CookieAuthenticationDefaults.AuthenticationScheme);
        identity.AddClaim(new(ClaimTypes.Role, http.Request.Query["role"].ToString()));
        if (http.Request.Query["name"].ToString() is { Length: > 0 } name)
            identity.AddClaim(new(ClaimTypes.Name, name));
        await http.SignInAsync(new ClaimsPrincipal(identity));
        await http.Response.WriteAsync("Signed in.");
    }

    /// <summary>A client that keeps cookies and follows no redirects.</summary>
    internal sealed class Client : IDisposable
    {
        private readonly BackOffice _office;

        public Client(BackOffice office)
        {
            _office = office;
            var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies };
            Http = new HttpClient(handler) { BaseAddress = office.Site };
        }

        public HttpClient Http { get; }

        public CookieContainer Cookies { get; } = new();

        public void Dispose() => Http.Dispose();

        public Task<HttpResponseMessage> GetAsync(string page) => Http.GetAsync(_office.Prefix + page, Cancellation);

        /// <summary>Returns a page, which must exist.</summary>
        public async Task<string> PageAsync(string page, HttpStatusCode status = HttpStatusCode.OK)
        {
            using var response = await GetAsync(page);
            Assert.Equal(status, response.StatusCode);
            return await response.Content.ReadAsStringAsync(Cancellation);
        }

        /// <summary>Posts the fields with the token of the page, as its form does.</summary>
        public async Task<HttpResponseMessage> SubmitAsync(
            string page,
            string form,
            params (string Name, string Value)[] fields
        )
        {
            var token = Html.TokenOf(await PageAsync(page));
            return await PostAsync(form, [.. fields, ("__RequestVerificationToken", token)]);
        }

        public Task<HttpResponseMessage> PostAsync(string form, params (string Name, string Value)[] fields) =>
            PostAsync(form, [], fields);

        public async Task<HttpResponseMessage> PostAsync(
            string form,
            (string Name, string Value)[] headers,
            params (string Name, string Value)[] fields
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, _office.Prefix + form)
            {
                Content = new FormUrlEncodedContent(
                    fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
                ),
            };
            foreach (var (name, value) in headers)
                request.Headers.TryAddWithoutValidation(name, value);
            return await Http.SendAsync(request, Cancellation);
        }
    }
}
