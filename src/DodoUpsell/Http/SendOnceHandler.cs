namespace DodoUpsell.Http;

/// <summary>
/// The innermost handler, directly above the connection. It lets each charge pass once, whatever the handlers above it
/// do.
/// </summary>
/// <remarks>
/// A request names its permit in a header, which copies of a request contain as well and which is removed before
/// sending. A request without a permit that changes something is rejected, because it may be a copy of a charge.
/// </remarks>
internal sealed class SendOnceHandler(HttpMessageHandler connection) : DelegatingHandler(connection)
{
    public const string PermitHeader = "DodoUpsell-Send-Permit";

    /// <summary>The permit value of requests that may be repeated.</summary>
    public const string Repeatable = "repeatable";

    public static bool NeedsPermit(HttpMethod method) =>
        method != HttpMethod.Get && method != HttpMethod.Head && method != HttpMethod.Options;

    protected override Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        CancellationToken cancellationToken
    ) =>
        PermitOf(request) is { } permit
            ? SendAsync(request, permit, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (PermitOf(request) is not { } permit)
            return base.Send(request, cancellationToken);
        var content = Arm(request, permit);
        try
        {
            return base.Send(request, cancellationToken);
        }
        finally
        {
            Restore(request, permit, content);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request,
        string permit,
        CancellationToken cancellationToken
    )
    {
        var content = Arm(request, permit);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Restore(request, permit, content);
        }
    }

    private static string? PermitOf(HttpRequestMessage request)
    {
        var isThere = request.Headers.NonValidated.TryGetValues(PermitHeader, out var values);
        if (isThere && values.Count == 1)
            return values.ToString();
        if (!isThere && !NeedsPermit(request.Method))
            return null;
        throw new IOException(
            $"The {request.Method} request was not sent: it does not have the SDK's header {PermitHeader}. Handlers "
                + $"that copy a request must copy its headers."
        );
    }

    /// <returns>The content as the handlers set it.</returns>
    private static HttpContent? Arm(HttpRequestMessage request, string permit)
    {
        var content = request.Content;
        if (!string.Equals(permit, Repeatable, StringComparison.Ordinal))
        {
            var one = SendPermit.Find(permit) ?? throw new IOException("The request was not sent: its call has ended.");
            one.Claim();
            request.Content = new WireContent(content, one);
        }

        request.Headers.Remove(PermitHeader);
        return content;
    }

    // The handlers above get the request back as they sent it, so that sending it again is detected.
    private static void Restore(HttpRequestMessage request, string permit, HttpContent? content)
    {
        request.Content = content;
        request.Headers.TryAddWithoutValidation(PermitHeader, permit);
    }
}
