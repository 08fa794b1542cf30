using DodoUpsell.AspNetCore.Outcomes;
using DodoUpsell.AspNetCore.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DodoUpsell.AspNetCore.Withdrawals;

/// <summary>
/// Sets the headers of every answer, and answers a browser that navigates or posts a form with a page instead of a
/// problem.
/// </summary>
internal sealed class WithdrawalPageFilter(string? brand) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        ResponseHeaders.Personal(http.Response);
        object? result;
        try
        {
            result = await next(context).ConfigureAwait(false);
        }
        catch (DodoException)
        {
            // The client has logged it. Nothing was stated.
            result = Problems.Unreachable();
        }

        while (result is INestedHttpResult nested)
            result = nested.Result;
        return result is ProblemHttpResult problem && WithdrawalRequest.WantsPage(http)
            ? WithdrawalPages.Of(http, brand).Problem(problem.StatusCode)
            : result;
    }
}
