using Microsoft.AspNetCore.Http;

namespace DodoUpsell.AspNetCore.Security;

/// <summary>Answers a form: the browser gets the next page, and a reload does not send the form again.</summary>
internal sealed class SeeOther(string address) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => StatusCodes.Status303SeeOther;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        return Task.CompletedTask;
    }
}
