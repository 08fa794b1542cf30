using System.Diagnostics;
using System.Net;
using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Http;

/// <summary>
/// Sends a call as often as its safety allows, and converts the outcome to a result or an exception of the SDK.
/// </summary>
internal sealed class Transport
{
    private readonly Connection _connection;
    private readonly Func<DodoUpsellOptions> _options;
    private readonly TimeProvider _clock;
    private readonly RetryPolicy _retries;
    private readonly RequestRateLimiter? _rateLimiter;
    private readonly ILogger _log;
    private readonly RequestOptions? _callerOptions;

    /// <param name="http">The client that sends the requests, or null to create one for the first call.</param>
    /// <param name="isGuarded">Whether a <see cref="SendOnceHandler"/> is directly above the connection.</param>
    /// <param name="options">Returns the current options.</param>
    /// <param name="clock">The source of all times.</param>
    /// <param name="jitter">Returns a random number between 0 and 1 for each delay.</param>
    /// <param name="log">The logger.</param>
    public Transport(
        HttpClient? http,
        bool isGuarded,
        Func<DodoUpsellOptions> options,
        TimeProvider clock,
        Func<double> jitter,
        ILogger log
    )
    {
        _connection = new Connection(http, isGuarded, clock, new ServerClock(options, log));
        _options = options;
        _clock = clock;
        _log = log;
        _retries = new RetryPolicy(jitter);
        _rateLimiter = RequestRateLimiter.For(options().RateLimit, clock);
    }

    private Transport(Transport shared, RequestOptions callerOptions)
    {
        (_connection, _options, _clock, _log, _retries, _rateLimiter) = (
            shared._connection,
            shared._options,
            shared._clock,
            shared._log,
            shared._retries,
            shared._rateLimiter
        );
        _callerOptions = callerOptions;
    }

    /// <summary>Gets the time limit of a call that starts now.</summary>
    public TimeSpan TotalTimeout => _callerOptions?.TotalTimeout ?? _options().TotalTimeout;

    public DodoEnvironment Environment => _options().Environment ?? default;

    public ClockStatus Clock => _connection.ServerClock.Status;

    /// <summary>
    /// Returns a transport with the same connection and rate limit, but different options for its calls.
    /// </summary>
    public Transport With(RequestOptions callerOptions) => new(this, callerOptions);

    /// <summary>Closes the connection. Later calls fail.</summary>
    public void Close() => _connection.Close();

    /// <summary>
    /// Sends the call and reads its response with <paramref name="decode"/>, which returns the problem if it cannot be
    /// read.
    /// </summary>
    public async Task<TResult> SendAsync<TResult, TState>(
        Call call,
        Decode<TResult, TState> decode,
        TState state,
        CancellationToken cancellationToken
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        var settings = new CallSettings(_options(), _callerOptions);
        var operation = call.Operation;
        using var span = CallSpan.Start(operation);
        var start = CallStart.Now(_clock);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var booking = Book(operation, settings, start);
                if (booking.Wait > TimeSpan.Zero)
                    await WaitForTurnAsync(operation, booking, cancellationToken).ConfigureAwait(false);

                // The clock is not read again for an attempt that begins with the call.
                var isImmediate = attempt == 1 && booking.Wait <= TimeSpan.Zero;
                var remaining = isImmediate
                    ? settings.TotalTimeout
                    : RemainingAfterWait(operation, settings, start, booking);
                var sentAt = isImmediate ? start.WallTime : _clock.GetUtcNow();
                using var body = new BodyReader(settings.MaxResponseBytes);
                var outcome = await new Attempt(_connection, call, settings, body, start)
                    .SendAsync(remaining, sentAt, cancellationToken)
                    .ConfigureAwait(false);
                if (outcome.NothingLeft)
                    _rateLimiter?.GiveBack(booking);
                if (outcome.Response is { } response)
                {
                    if (response.Status == HttpStatusCode.TooManyRequests && response.RetryAfter is { } pause)
                        _rateLimiter?.PauseFor(pause);
                    if (response.IsSuccess || IsGoneAfterRetry(operation, response, attempt))
                    {
                        settings.Report(operation, response, attempt);
                        span.Answered(response, attempt);
                        return Read(call, response, decode, state, settings, sentAt);
                    }
                }

                if (outcome.End is AttemptEnd.Cancelled or AttemptEnd.CancelledUnsent)
                    throw Failures.Cancelled(operation, outcome, settings, cancellationToken);
                var wait = _retries.WaitBefore(operation.Safety, outcome, attempt, settings.MaxRetries);
                if (wait is null || wait >= Remaining(settings, start))
                {
                    if (outcome.Response is { } last)
                    {
                        settings.Report(operation, last, attempt);
                        span.Answered(last, attempt);
                    }

                    throw Failures.Final(operation, outcome, attempt, settings, sentAt);
                }

                Log.Retrying(_log, operation.Call, outcome.Describe(), attempt, wait.Value.TotalMilliseconds);
                await Task.Delay(wait.Value, _clock, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception e)
        {
            span.Failed(e);
            if (e is DodoUnknownOutcomeException)
                Log.OutcomeUnknown(_log, operation.Call, e.Message);
            throw;
        }
        finally
        {
            if (_log.IsEnabled(LogLevel.Debug))
                Log.Finished(_log, operation.Call, _clock.GetElapsedTime(start.Timestamp).TotalMilliseconds);
        }
    }

    private static TResult Read<TResult, TState>(
        Call call,
        ApiResponse response,
        Decode<TResult, TState> decode,
        TState state,
        CallSettings settings,
        DateTimeOffset sentAt
    )
    {
        string? why;
        if (response.TooLong)
            why = $"it is longer than MaxResponseBytes, {settings.MaxResponseBytes} bytes";
        else if (decode(response, state, out var result) is { } problem)
            why = problem;
        else
            return result;

        // The text contains member names and a media type from the server.
        why = Redactor.Clean(why, settings.Secrets);
        var failure = ErrorBody.Unreadable(call.Operation, response, why, settings.Secrets);
        if (call.Operation.Safety != OperationSafety.Charge)
            throw failure;
        throw Failures.Unknown(
            call.Operation,
            sentAt,
            response.Status,
            $"the response was {(int)response.Status} but could not be read: {why}",
            failure
        );
    }

    /// <summary>A repeated DELETE that finds nothing has succeeded: the response to the first one was lost.</summary>
    private static bool IsGoneAfterRetry(Operation operation, ApiResponse response, int attempt) =>
        attempt > 1
        && operation.Method == HttpMethod.Delete
        && (response.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone);

    /// <summary>Books a request in the rate limit, if there is one.</summary>
    private Booking Book(Operation operation, CallSettings settings, CallStart start)
    {
        if (_rateLimiter is null)
            return default;
        return _rateLimiter.Book(Remaining(settings, start)) ?? throw NoRoom(operation, settings);
    }

    private async Task WaitForTurnAsync(Operation operation, Booking booking, CancellationToken cancellationToken)
    {
        Log.WaitingForRateLimit(_log, operation.Call, booking.Wait.TotalMilliseconds);
        try
        {
            await Task.Delay(booking.Wait, _clock, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _rateLimiter?.GiveBack(booking);
            throw;
        }
    }

    /// <summary>Returns the time that is left for the call after its turn has come.</summary>
    private TimeSpan RemainingAfterWait(Operation operation, CallSettings settings, CallStart start, Booking booking)
    {
        var remaining = Remaining(settings, start);
        if (remaining > TimeSpan.Zero)
            return remaining;
        _rateLimiter?.GiveBack(booking);
        throw NoRoom(operation, settings);
    }

    private static DodoTimeoutException NoRoom(Operation operation, CallSettings settings) =>
        new(
            operation,
            settings.TotalTimeout,
            $"{operation.Call} was not sent: the rate limit allows no request within TotalTimeout "
                + $"({settings.TotalTimeout}). Send fewer calls at once, or set RateLimit to the account's tier. "
                + $"({operation.Name})"
        );

    private TimeSpan Remaining(CallSettings settings, CallStart start) =>
        settings.TotalTimeout - _clock.GetElapsedTime(start.Timestamp);
}

/// <summary>Reads a response. Returns null, or a description of the problem if it cannot be read.</summary>
internal delegate string? Decode<TResult, in TState>(ApiResponse response, TState state, out TResult result);
