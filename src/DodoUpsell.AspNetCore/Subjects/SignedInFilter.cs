using DodoUpsell.AspNetCore.Outcomes;
using DodoUpsell.AspNetCore.Security;
using Microsoft.AspNetCore.Http;

namespace DodoUpsell.AspNetCore.Subjects;

/// <summary>
/// Lets signed-in users pass and marks each response as personal. Other requests get 401, never a redirect to a page.
/// </summary>
internal sealed class SignedInFilter : IEndpointFilter
{
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        ResponseHeaders.Personal(http.Response);
        return http.User.Identity?.IsAuthenticated == true ? next(context) : new(Problems.NotSignedIn());
    }
}
