using DodoUpsell.AspNetCore.Diagnostics;
using DodoUpsell.AspNetCore.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.AspNetCore.Subjects;

/// <summary>Resolves the subject of the signed-in user. Add it after the filters that refuse requests.</summary>
internal sealed class SubjectFilter(string? brand) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        SubjectIds? subject;
        try
        {
            subject = await Resolver(http.RequestServices)
                .ResolveAsync(http.User, http.RequestAborted)
                .ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // It is the app's code: whatever it throws, the response must not describe it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            EndpointLog.ResolverFailed(EndpointLog.Of(http.RequestServices), e);
            return Problems.ResolverFailed();
        }

        if (subject is not { UserId: not null } and not { CustomerId: not null })
            return Problems.NotSignedIn();
        http.Features.Set(new ResolvedSubject(subject));
        return await next(context).ConfigureAwait(false);
    }

    private ICustomerResolver Resolver(IServiceProvider services) =>
        (brand is null ? null : services.GetKeyedService<ICustomerResolver>(brand))
        ?? services.GetService<ICustomerResolver>()
        ?? throw new InvalidOperationException("Call AddDodoUpsellEndpoints() after AddDodoUpsells(…).");
}

/// <summary>The subject of a request, as the app resolved it.</summary>
internal sealed record ResolvedSubject(SubjectIds Ids)
{
    public static SubjectIds Of(HttpContext http) =>
        http.Features.Get<ResolvedSubject>()?.Ids
        ?? throw new InvalidOperationException("The endpoint has no filter that resolves the subject.");

    public override string ToString() => nameof(ResolvedSubject);
}
