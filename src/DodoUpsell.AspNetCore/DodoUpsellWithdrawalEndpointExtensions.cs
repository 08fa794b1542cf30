using System.Diagnostics.CodeAnalysis;
using DodoUpsell;
using DodoUpsell.AspNetCore;
using DodoUpsell.AspNetCore.Withdrawals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the withdrawal function that EU law requires since 19 June 2026.</summary>
public static class DodoUpsellWithdrawalEndpointExtensions
{
    /// <summary>
    /// Maps the endpoints with which consumers withdraw from contracts: <c>GET</c> for the contracts, <c>POST</c> for the
    /// statement, <c>POST {id}/confirm</c>, <c>GET {id}</c> for the acknowledgement and <c>GET {id}/text</c> for its
    /// download.
    /// </summary>
    /// <remarks>
    /// Browsers get complete pages that need no script; other clients get JSON. A signed-in user sees the contracts of the
    /// subject that <see cref="ICustomerResolver"/> returns. A guest sees the contract of the link that
    /// <see cref="WithdrawalLinks"/> created: <c>?link=…</c>. Contracts of others are answered as what does not exist, and
    /// so are forged and expired links. Add a limit with <c>RequireRateLimiting</c>.
    /// </remarks>
    /// <param name="endpoints">The app's endpoints.</param>
    /// <param name="prefix">The path that all endpoints begin with.</param>
    /// <param name="brand">The brand, as given to <c>AddDodoUpsells</c>, or null if there is one account.</param>
    /// <exception cref="InvalidOperationException">Withdrawals or the endpoints' services are not registered.</exception>
    public static RouteGroupBuilder MapWithdrawals(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string prefix = "/withdraw",
        string? brand = null
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        DodoUpsellEndpointRouteBuilderExtensions.Require<IWithdrawalFlow>(
            endpoints,
            brand,
            "Call AddWithdrawals() on what services.AddDodoUpsells(…) returns."
        );
        DodoUpsellEndpointRouteBuilderExtensions.Require<WithdrawalLinks>(
            endpoints,
            brand,
            "Call AddDodoUpsellEndpoints() on what services.AddDodoUpsells(…) returns."
        );
        var group = endpoints.MapGroup(prefix);
#if NET10_0_OR_GREATER
        group.DisableCookieRedirect();
#endif
        new WithdrawalEndpoints(brand).Map(group);
        return group;
    }
}
