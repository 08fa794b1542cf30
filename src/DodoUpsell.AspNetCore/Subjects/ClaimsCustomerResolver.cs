using System.Security.Claims;

namespace DodoUpsell.AspNetCore.Subjects;

/// <summary>Takes the user's id from the claim that sign-ins of ASP.NET Core set.</summary>
internal sealed class ClaimsCustomerResolver : ICustomerResolver
{
    public ValueTask<SubjectIds?> ResolveAsync(ClaimsPrincipal user, CancellationToken cancellationToken = default) =>
        new(
            user.FindFirst(ClaimTypes.NameIdentifier)?.Value is { Length: > 0 and <= SubjectIds.MaxUserIdLength } id
            && !string.IsNullOrWhiteSpace(id)
                ? SubjectIds.OfUser(id)
                : null
        );
}
