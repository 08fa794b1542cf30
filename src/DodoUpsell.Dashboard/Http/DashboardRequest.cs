using System.Security.Claims;
using DodoUpsell.Dashboard.Brands;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Dashboard.Http;

/// <summary>One request of an operator: what it asks for, of which brand, and who makes it.</summary>
internal sealed class DashboardRequest(HttpContext http, BrandList brands, Brand brand, DashboardLinks links)
{
    public Brand Brand => brand;

    public IReadOnlyList<Brand> Brands => brands.All;

    public DashboardLinks Links => links;

    /// <summary>Gets the time of the request. All relative times of a page refer to it.</summary>
    public DateTimeOffset Now { get; } = Clock(http).GetUtcNow();

    /// <summary>Returns the current time, for the end of an action.</summary>
    public DateTimeOffset NowAgain() => Clock(http).GetUtcNow();

    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>Gets the name under which actions are recorded, or null if the sign-in has none.</summary>
    public string? Operator { get; } = NameOf(http.User);

    /// <summary>Gets the name and the value of the hidden field that each form has.</summary>
    public required (string Name, string Value) Token { get; init; }

    /// <summary>Gets the fields of the form that was posted.</summary>
    public IFormCollection Form { get; init; } = FormCollection.Empty;

    /// <summary>Returns the only value of a parameter of the address, or null if it is missing, blank or repeated.</summary>
    public string? Query(string name) => Only(http.Request.Query[name]);

    /// <summary>Returns the only value of a field of the form, or null if it is missing, blank or repeated.</summary>
    public string? Field(string name) => Only(Form[name]);

    private static string? Only(Microsoft.Extensions.Primitives.StringValues values) =>
        values is [{ } value] && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private static TimeProvider Clock(HttpContext http) =>
        http.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System;

    private static string? NameOf(ClaimsPrincipal user)
    {
        string?[] names =
        [
            user.Identity?.Name,
            user.FindFirst("name")?.Value,
            user.FindFirst("preferred_username")?.Value,
            user.FindFirst(ClaimTypes.Email)?.Value,
            user.FindFirst(ClaimTypes.NameIdentifier)?.Value,
            user.FindFirst("sub")?.Value,
        ];
        return Array.Find(names, name => !string.IsNullOrWhiteSpace(name));
    }
}
