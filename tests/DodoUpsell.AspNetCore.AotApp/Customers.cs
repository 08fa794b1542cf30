using System.Security.Claims;
using DodoUpsell.AspNetCore;

namespace DodoUpsell.AspNetCore.AotApp;

/// <summary>Each user is the customer of the same id.</summary>
internal sealed class Customers : ICustomerResolver
{
    public ValueTask<SubjectIds?> ResolveAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default) =>
        new(user.FindFirst(ClaimTypes.NameIdentifier) is { } id ? SubjectIds.OfCustomer(id.Value) : null);
}
