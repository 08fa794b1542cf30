namespace DodoUpsell.Chaos;

/// <summary>What the SDK's documentation warns of: a handler of the app that sends again whatever failed.</summary>
internal sealed class BlindRetry : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if ((int)response.StatusCode < 500)
                return response;
            response.Dispose();
        }
        catch (HttpRequestException)
        {
            // Once more.
        }

        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
