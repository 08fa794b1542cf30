using System.Net.Http.Headers;
using System.Reflection;
using System.Runtime.InteropServices;

namespace DodoUpsell.Http;

/// <summary>One request and all that can become of it. The time limit covers the body to its last byte.</summary>
internal readonly struct Attempt(HttpClient http, Call call, CallSettings settings, BodyReader body, TimeProvider clock, DateTimeOffset leaveBefore)
{
    private static readonly string UserAgent = BuildUserAgent();

    public async Task<AttemptOutcome> SendAsync(TimeSpan remaining, CancellationToken cancellationToken)
    {
        var limit = settings.AttemptTimeout < remaining ? settings.AttemptTimeout : remaining;
        using var request = BuildRequest();
        var oneShot = request.Content as OneShotContent;
        using var timeLimit = new CancellationTokenSource(limit, clock);
        using var callerCancels = cancellationToken.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), timeLimit);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeLimit.Token).ConfigureAwait(false);
            var isWhole = await body.ReadAsync(response.Content, timeLimit.Token).ConfigureAwait(false);
            return AttemptOutcome.Answered(new Answer(
                response.StatusCode,
                response.Content.Headers.ContentType?.MediaType,
                response.IsSuccessStatusCode ? null : RetryAfter.Read(response.Headers, clock.GetUtcNow()),
                body.Bytes)
            {
                TooLong = !isWhole,
                Headers = settings.KeepsHeaders ? HeadersOf(response) : null,
            });
        }
        catch (Exception e) when (oneShot is { WasTooLate: true, WasWritten: false })
        {
            return AttemptOutcome.TooLate(e, settings.TotalTimeout);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException($"{call.Operation.Call} was cancelled by its caller.", e, cancellationToken);
        }
        catch (OperationCanceledException e) when (!timeLimit.IsCancellationRequested && e.InnerException is TimeoutException && (oneShot is null or { WasWritten: false }) && http.Timeout == Timeout.InfiniteTimeSpan)
        {
            // The handler's own limit for connecting ran out: nothing was sent.
            return AttemptOutcome.NotSent(e, limit);
        }
        catch (OperationCanceledException e) when (timeLimit.IsCancellationRequested || http.Timeout != Timeout.InfiniteTimeSpan)
        {
            return AttemptOutcome.TimedOut(e, timeLimit.IsCancellationRequested ? limit : http.Timeout);
        }
        catch (HttpRequestException e) when (FailedToConnect(e) && (oneShot is null or { WasWritten: false }))
        {
            return AttemptOutcome.NotSent(e, limit);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidDataException or OperationCanceledException)
        {
            return AttemptOutcome.ConnectionLost(e);
        }
        catch (Exception e) when (e is not ObjectDisposedException || oneShot is { WasWritten: true })
        {
            // A handler of the app threw. Once a charge has left, it may have been executed, whatever is thrown; before, nothing was.
            return oneShot is { WasWritten: false } ? AttemptOutcome.NotSent(e, limit) : AttemptOutcome.ConnectionLost(e);
        }
    }

    private HttpRequestMessage BuildRequest()
    {
        // The path is escaped already, segment by segment; the address may have a path of its own.
        var uri = new Uri(string.Concat(settings.Address.AbsoluteUri.AsSpan().TrimEnd('/'), call.PathAndQuery));
        var request = new HttpRequestMessage(call.Operation.Method, uri);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", settings.ApiKey);
        request.Headers.TryAddWithoutValidation("Accept", call.Accept);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        request.Content = Content();
        if (settings.Headers is null) return request;
        foreach (var (name, value) in settings.Headers) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    // SocketsHttpHandler sends a request without content again when its connection breaks, whatever the method. Content that can
    // be written once keeps that decision here.
    private HttpContent? Content() => (call.Operation.Safety, call.Body) switch
    {
        (OperationSafety.Read, null) => null,
        (OperationSafety.Charge, _) or (_, null) => new OneShotContent(call.Body, clock, leaveBefore),
        _ => JsonContent(call.Body),
    };

    private static ByteArrayContent JsonContent(byte[] body)
    {
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = OneShotContent.Json;
        return content;
    }

    private static bool FailedToConnect(HttpRequestException e) => e.HttpRequestError
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage response) =>
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);

    private static string BuildUserAgent()
    {
        var version = typeof(Attempt).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
        var system = OperatingSystem.IsWindows() ? "Windows" : OperatingSystem.IsMacOS() ? "macOS" : OperatingSystem.IsLinux() ? "Linux" : "other";
        return $"DodoUpsell/{version} (.NET {Environment.Version}; {system}; {RuntimeInformation.ProcessArchitecture})";
    }
}
