namespace DodoUpsell.Chaos;

/// <summary>Notes each exchange as the process sees it.</summary>
internal sealed class TracingHandler(HttpMessageHandler inner, Action<string> trace) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    )
    {
        var what = $"{request.Method} {Path(request.RequestUri!)}";
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            trace($"{what} -> {(int)response.StatusCode}");
            return response;
        }
        catch (Exception e)
        {
            trace($"{what} -> {e.GetType().Name}");
            throw;
        }
    }

    // The query holds times, which are told by the line already.
    private static string Path(Uri address) => address.AbsolutePath;
}
