using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Mvc;

namespace UpsellShop;

/// <summary>A sign-in by cookie. A real shop asks for a password or a passkey; this one takes your word for it.</summary>
internal static class SignIn
{
    /// <summary>The policy of the back office.</summary>
    public const string Staff = nameof(Staff);

    public static void AddShopSignIn(this IServiceCollection services)
    {
        services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(cookie =>
            {
                cookie.LoginPath = cookie.AccessDeniedPath = "/sign-in";
                cookie.Cookie.Name = "upsellshop";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
            });
        services.AddAuthorizationBuilder().AddPolicy(Staff, policy => policy.RequireRole(Staff));
        services.AddCascadingAuthenticationState();
    }

    public static void MapShopSignIn(this IEndpointRouteBuilder endpoints)
    {
        // Both read a form, so that they require the form's antiforgery token.
        endpoints.MapPost("/sign-in", InAsync);
        endpoints.MapPost("/sign-out", OutAsync);
    }

    private static async Task<IResult> InAsync(
        HttpContext context,
        [FromForm] string name,
        [FromForm] string? staff,
        [FromForm] string? returnUrl
    )
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > 60)
            return Results.LocalRedirect("/sign-in");
        Claim[] claims =
        [
            new(ClaimTypes.NameIdentifier, name.Trim().ToUpperInvariant()),
            new(ClaimTypes.Name, name.Trim()),
            .. staff is not null ? [new Claim(ClaimTypes.Role, Staff)] : Array.Empty<Claim>(),
        ];
        var identity = new ClaimsIdentity(claims, CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(new ClaimsPrincipal(identity));
        return Results.LocalRedirect(Local(returnUrl));
    }

    private static async Task<IResult> OutAsync(HttpContext context, IFormCollection _)
    {
        await context.SignOutAsync();
        return Results.LocalRedirect("/");
    }

    private static string Local(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : "/";
}
