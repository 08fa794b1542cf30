using DodoUpsell.AspNetCore.Security;
using Microsoft.AspNetCore.Http;

namespace DodoUpsell.AspNetCore.Withdrawals;

/// <summary>A page of HTML with its content security policy.</summary>
internal sealed class PageResult(string html, int status) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => status;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        ResponseHeaders.Page(response, PageStyle.Source);
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        return response.WriteAsync(html, httpContext.RequestAborted);
    }
}
