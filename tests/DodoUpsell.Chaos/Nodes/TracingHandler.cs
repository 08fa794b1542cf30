namespace DodoUpsell.Chaos;

/// <summary>Records each HTTP exchange from the view of the process.</summary>
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

    // Without the query, because it contains times, which the trace line already has.
    private static string Path(Uri address) => address.AbsolutePath;
}
