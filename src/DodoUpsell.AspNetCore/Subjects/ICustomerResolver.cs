using System.Security.Claims;

namespace DodoUpsell.AspNetCore;

/// <summary>Tells who is signed in: the only source of the person whose offers and subscriptions an endpoint shows.</summary>
/// <remarks>
/// Register your own before or after <c>AddDodoUpsellEndpoints</c>, as a service of any lifetime. For one of several
/// brands, register it with the brand's service key.
/// </remarks>
public interface ICustomerResolver
{
    /// <summary>Returns the ids of the user who is signed in, or null if they cannot have offers.</summary>
    /// <remarks>
    /// The endpoints respond with 401 on null, and with 500 without any detail if an exception is thrown.
    /// </remarks>
    /// <param name="user">The user who is signed in. It is called for authenticated users only.</param>
    /// <param name="cancellationToken">A token that is cancelled when the request is aborted.</param>
    ValueTask<SubjectIds?> ResolveAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default);
}
