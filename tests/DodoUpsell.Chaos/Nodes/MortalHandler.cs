namespace DodoUpsell.Chaos;

/// <summary>The connection of a dying process: it may die before a request leaves and after it was handled.</summary>
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
