using System.Runtime.InteropServices;

namespace DodoUpsell.Http;

/// <summary>
/// Sends one request and determines its outcome. The time limit includes the body up to its last byte.
/// </summary>
internal readonly struct Attempt(
    Connection connection,
    Call call,
    CallSettings settings,
    BodyReader body,
    CallStart start
)
{
    private static readonly string UserAgent = BuildUserAgent();

    public async ValueTask<AttemptOutcome> SendAsync(
        TimeSpan remaining,
        DateTimeOffset sentAt,
        CancellationToken cancellationToken
    )
    {
        var (http, clock) = (connection.Http, connection.Clock);
        var limit = settings.AttemptTimeout < remaining ? settings.AttemptTimeout : remaining;
        var permit = NeedsPermit ? new SendPermit(clock, start.Timestamp, start.WallTime, settings.TotalTimeout) : null;
        var timeLimit = TimeLimits.Start(limit, clock);
        var isComplete = false;
        try
        {
            using var callerCancels = cancellationToken.UnsafeRegister(
                static source => ((CancellationTokenSource)source!).Cancel(),
                timeLimit
            );
            using var request = BuildRequest(permit);
            using var response = await http.SendAsync(
                    request,
                    HttpCompletionOption.ResponseHeadersRead,
                    timeLimit.Token
                )
                .ConfigureAwait(false);
            var receivedAt = clock.GetUtcNow();
            var serverTime = ServerClock.Read(response.Headers);
            connection.ServerClock.Note(serverTime, sentAt, receivedAt);
            var isWhole = await body.ReadAsync(response.Content, timeLimit.Token).ConfigureAwait(false);
            isComplete = isWhole;
            return AttemptOutcome.Answered(
                new ApiResponse(
                    response.StatusCode,
                    response.Content.Headers,
                    response.IsSuccessStatusCode ? null : RetryAfter.Read(response.Headers, serverTime ?? receivedAt),
                    body.Bytes
                )
                {
                    TooLong = !isWhole,
                    Headers = settings.KeepsHeaders ? HeadersOf(response) : null,
                }
            );
        }
        catch (Exception e) when (e is not ObjectDisposedException || permit is { MayHaveLeft: true })
        {
            return Judge(e, permit, limit, timeLimit, cancellationToken);
        }
        finally
        {
            permit?.Close();
            TimeLimits.End(timeLimit, clock, isUnused: isComplete);
        }
    }

    private AttemptOutcome Judge(
        Exception e,
        SendPermit? permit,
        TimeSpan limit,
        CancellationTokenSource timeLimit,
        CancellationToken cancellationToken
    )
    {
        // Close the permit first: nothing can be written afterwards, so the result remains valid.
        var nothingLeft = permit?.Close() ?? false;
        if (permit is { WasTooLate: true } && nothingLeft)
            return AttemptOutcome.TooLate(e, settings.TotalTimeout);
        if (e is OperationCanceledException)
        {
            if (cancellationToken.IsCancellationRequested)
                return AttemptOutcome.Cancelled(e, nothingLeft);

            // A Timeout of the caller's own HttpClient counts as AttemptTimeout.
            var hasOwnLimit = connection.Http.Timeout != Timeout.InfiniteTimeSpan;
            if (timeLimit.IsCancellationRequested || hasOwnLimit)
            {
                var expired = timeLimit.IsCancellationRequested ? limit : connection.Http.Timeout;
                return nothingLeft ? AttemptOutcome.NotSentInTime(e, expired) : AttemptOutcome.TimedOut(e, expired);
            }

            // The connect timeout of the handler expired.
            if (e.InnerException is TimeoutException && (permit is null || nothingLeft))
                return AttemptOutcome.NotSent(e, limit);
        }

        if (nothingLeft || (permit is null && e is HttpRequestException failure && FailedToConnect(failure)))
            return AttemptOutcome.NotSent(e, limit);
        return AttemptOutcome.ConnectionLost(e);
    }

    // SocketsHttpHandler resends a request without content if its connection breaks, whatever the method. Content that
    // can be written only once, even if it is empty, leaves that decision to the retry policy.
    private bool NeedsPermit =>
        call.Operation.Safety == OperationSafety.Charge
        || (call.Operation.Safety != OperationSafety.Read && call.Body is null);

    private HttpRequestMessage BuildRequest(SendPermit? permit)
    {
        var request = new HttpRequestMessage(call.Operation.Method, call.Operation.Uri(settings.Address, call));
        request.Headers.TryAddWithoutValidation("Authorization", connection.Authorization(settings.ApiKey));
        request.Headers.TryAddWithoutValidation("Accept", call.Accept);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        if (connection.IsGuarded && SendOnceHandler.NeedsPermit(request.Method))
        {
            request.Headers.TryAddWithoutValidation(
                SendOnceHandler.PermitHeader,
                permit?.Issue() ?? SendOnceHandler.Repeatable
            );
        }

        request.Content =
            permit is not null ? new ChargeContent(call.Body, permit)
            : call.Body is { } json ? JsonContent(json)
            : null;
        if (settings.Headers is null)
            return request;
        foreach (var (name, value) in settings.Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    private static ByteArrayContent JsonContent(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = ChargeContent.Json;
        return content;
    }

    private static bool FailedToConnect(HttpRequestException e) =>
        e.HttpRequestError
            is HttpRequestError.NameResolutionError
                or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError
                or HttpRequestError.ProxyTunnelError;

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage response) =>
        response
            .Headers.Concat(response.Content.Headers)
            .ToDictionary(
                header => header.Key,
                header => string.Join(", ", header.Value),
                StringComparer.OrdinalIgnoreCase
            );

    private static string BuildUserAgent()
    {
        var system =
            OperatingSystem.IsWindows() ? "Windows"
            : OperatingSystem.IsMacOS() ? "macOS"
            : OperatingSystem.IsLinux() ? "Linux"
            : "other";
        var architecture = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "X64",
            Architecture.Arm64 => "Arm64",
            var other => other.ToString(),
        };
        return $"DodoUpsell/{SdkVersion.Text} (.NET {Environment.Version}; {system}; {architecture})";
    }
}
