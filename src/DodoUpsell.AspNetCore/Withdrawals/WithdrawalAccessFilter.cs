using DodoUpsell.AspNetCore.Outcomes;
using DodoUpsell.AspNetCore.Subjects;
using Microsoft.AspNetCore.Http;

namespace DodoUpsell.AspNetCore.Withdrawals;

/// <summary>
/// Resolves what a request may see: the contract of its link, or the contracts of the signed-in user. A link that is
/// forged or expired is answered as what does not exist, also for users who are signed in.
/// </summary>
internal sealed class WithdrawalAccessFilter(string? brand) : IEndpointFilter
{
    private readonly Endpoints _endpoints = new(brand);
    private readonly SubjectFilter _subjects = new(brand);

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Query.TryGetValue(WithdrawalLinks.QueryName, out var values))
        {
            if (
                values is not [{ } token]
                || _endpoints.Service<WithdrawalLinks>(http).Read(token) is not { } contractId
            )
                return new(Problems.NotFound());
            http.Features.Set(new WithdrawalRequest(WithdrawalAccess.OfLink(contractId), token));
            return next(context);
        }

        if (http.User.Identity?.IsAuthenticated != true)
            return new(Problems.NotSignedIn());
        return _subjects.InvokeAsync(
            context,
            inner =>
            {
                http.Features.Set(
                    new WithdrawalRequest(WithdrawalAccess.OfSubject(ResolvedSubject.Of(http)), Link: null)
                );
                return next(inner);
            }
        );
    }
}
