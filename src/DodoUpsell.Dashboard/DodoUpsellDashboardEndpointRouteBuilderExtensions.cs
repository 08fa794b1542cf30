using DodoUpsell;
using DodoUpsell.Dashboard.Http;
using DodoUpsell.Dashboard.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the back office.</summary>
public static class DodoUpsellDashboardEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Maps the back office: results of offers and experiments, charges, parked webhooks and settlements with replay,
    /// explanations, consent receipts, and the log of what operators did.
    /// </summary>
    /// <remarks>
    /// The pages contain personal data and have no authorization of their own: every page and every action requires the
    /// policy. They are plain HTML without scripts, and no other site can show them in a frame or post to them. Each
    /// action is recorded in <see cref="IOperatorLog"/> with the name of the user before it is carried out. All brands
    /// that are registered are in one back office.
    /// </remarks>
    /// <param name="endpoints">The app or a group of routes.</param>
    /// <param name="prefix">The path, such as <c>/back-office</c>.</param>
    /// <param name="policy">The name of an authorization policy of the app that operators fulfil.</param>
    /// <returns>The group of all endpoints of the back office.</returns>
    /// <exception cref="ArgumentException">The name of the policy is blank.</exception>
    /// <exception cref="InvalidOperationException">The policy is not registered, <c>AddDodoUpsellDashboard</c> or
    /// <c>AddDodoUpsells</c> was not called, or the endpoints were made anonymous.</exception>
    public static RouteGroupBuilder MapDodoUpsellDashboard(
        this IEndpointRouteBuilder endpoints,
        string prefix,
        string policy
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        if (string.IsNullOrWhiteSpace(policy))
            throw new ArgumentException(
                "The back office shows personal data and replays webhooks, so it needs the name of an authorization "
                    + "policy, such as the one of AddAuthorization(o => o.AddPolicy(\"operators\", …)).",
                nameof(policy)
            );
        Require(endpoints.ServiceProvider, policy);

        var group = endpoints.MapGroup(prefix);
        group.RequireAuthorization(policy);
        group.ExcludeFromDescription();
        group.DisableAntiforgery(); // Each action validates its token itself.
        ((IEndpointConventionBuilder)group).Finally(RefuseAnonymous);
        DashboardRoutes.Map(group);
        return group;
    }

    private static void Require(IServiceProvider services, string policy)
    {
        if (!services.GetServices<DodoUpsellBrand>().Any())
            throw new InvalidOperationException(
                "Call builder.Services.AddDodoUpsells(…) before the back office is mapped."
            );
        if (services.GetService<IAntiforgery>() is null)
            throw new InvalidOperationException("Call builder.Services.AddDodoUpsellDashboard() for the back office.");
        if (services.GetService<IAuthorizationPolicyProvider>() is not { } policies)
            throw new InvalidOperationException(
                $"The back office requires the policy '{policy}'. Define it with "
                    + $"builder.Services.AddAuthorization(o => o.AddPolicy(\"{policy}\", …))."
            );

        // The default provider returns at once. The app has not started yet, so waiting for another one is harmless.
        if (policies.GetPolicyAsync(policy).GetAwaiter().GetResult() is null)
            throw new InvalidOperationException(
                $"The back office requires the policy '{policy}', which is not registered. Define it with "
                    + $"builder.Services.AddAuthorization(o => o.AddPolicy(\"{policy}\", …))."
            );
    }

    // An anonymous group around this one would switch the policy off.
    private static void RefuseAnonymous(EndpointBuilder endpoint)
    {
        if (endpoint.Metadata.OfType<IAllowAnonymous>().Any())
            throw new InvalidOperationException(
                $"The endpoint '{endpoint.DisplayName}' of the back office must not allow anonymous users."
            );
    }
}
