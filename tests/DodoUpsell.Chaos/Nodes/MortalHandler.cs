namespace DodoUpsell.Chaos;

/// <summary>The HTTP handler of a process that may die before a request is sent and after it was handled.</summary>
internal sealed class MortalHandler(HttpMessageHandler inner, Life life) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        await life.StepAsync().ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        await life.StepAsync().ConfigureAwait(false);
        return response;
    }
}
