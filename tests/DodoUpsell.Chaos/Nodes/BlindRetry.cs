namespace DodoUpsell.Chaos;

/// <summary>
/// An HTTP handler of the app that resends every failed request, which the SDK's documentation warns against.
/// </summary>
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
            // Sends the request again.
        }

        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
