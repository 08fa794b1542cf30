using System.Diagnostics;
using System.Net;
using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Http;

/// <summary>Sends one call as often as its safety allows, and turns whatever happens into a result or one of our exceptions.</summary>
internal sealed class Transport
{
    private readonly HttpClient _http;
    private readonly Func<DodoUpsellOptions> _options;
    private readonly TimeProvider _clock;
    private readonly RetryPolicy _retries;
    private readonly RequestPacer? _pacer;
    private readonly ILogger _log;
    private readonly RequestOptions? _callerOptions;

    public Transport(HttpClient http, Func<DodoUpsellOptions> options, TimeProvider clock, Func<double> jitter, ILogger log)
    {
        _http = http;
        _options = options;
        _clock = clock;
        _log = log;
        _retries = new RetryPolicy(jitter);
        _pacer = RequestPacer.For(options().RateLimit, clock);
    }

    private Transport(Transport shared, RequestOptions callerOptions)
    {
        (_http, _options, _clock, _log, _retries, _pacer) = (shared._http, shared._options, shared._clock, shared._log, shared._retries, shared._pacer);
        _callerOptions = callerOptions;
    }

    /// <summary>The limit for a call that is made now.</summary>
    public TimeSpan TotalTimeout => _callerOptions?.TotalTimeout ?? _options().TotalTimeout;

    public DodoEnvironment Environment => _options().Environment ?? default;

    public ClockStatus Clock => new() { MaxDifference = _options().MaxClockSkew };

    /// <summary>The same connection and the same rate limit, with other options for the calls made through it.</summary>
    public Transport With(RequestOptions callerOptions) => new(this, callerOptions);

    /// <summary>Sends the call and reads its answer with <paramref name="decode"/>, which says why when it cannot.</summary>
    public async Task<TResult> SendAsync<TResult, TState>(Call call, Decode<TResult, TState> decode, TState state, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var settings = new CallSettings(_options(), _callerOptions);
        var operation = call.Operation;
        using var span = Telemetry.Start(operation);
        var started = _clock.GetTimestamp();
        var leaveBefore = _clock.GetUtcNow() + settings.TotalTimeout;
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var remaining = await WaitForTurnAsync(operation, settings, started, cancellationToken).ConfigureAwait(false);
                var sentAt = _clock.GetUtcNow();
                using var body = new BodyReader(settings.MaxResponseBytes);
                var outcome = await new Attempt(_http, call, settings, body, _clock, leaveBefore).SendAsync(remaining, cancellationToken).ConfigureAwait(false);
                if (outcome.Answer is { } answer)
                {
                    if (answer.Status == HttpStatusCode.TooManyRequests && answer.RetryAfter is { } pause) _pacer?.PauseFor(pause);
                    if (answer.IsSuccess || IsGoneAfterRetry(operation, answer, attempt))
                    {
                        settings.Report(operation, answer, attempt);
                        span.Answered(answer, attempt);
                        return Read(call, answer, decode, state, settings, sentAt);
                    }
                }

                var wait = _retries.WaitBefore(operation.Safety, outcome, attempt, settings.MaxRetries);
                if (wait is null || wait >= Remaining(settings, started))
                {
                    if (outcome.Answer is { } last)
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
            if (e is DodoUnknownOutcomeException) Log.OutcomeUnknown(_log, operation.Call, e.Message);
            throw;
        }
        finally
        {
            if (_log.IsEnabled(LogLevel.Debug)) Log.Finished(_log, operation.Call, _clock.GetElapsedTime(started).TotalMilliseconds);
        }
    }

    private static TResult Read<TResult, TState>(Call call, Answer answer, Decode<TResult, TState> decode, TState state, CallSettings settings, DateTimeOffset sentAt)
    {
        string? why;
        if (answer.TooLong) why = $"it is longer than MaxResponseBytes, {settings.MaxResponseBytes} bytes";
        else if (decode(answer, state, out var result) is { } problem) why = problem;
        else return result;

        var failure = ErrorBody.Unreadable(call.Operation, answer, why, settings.ApiKey);
        if (call.Operation.Safety != OperationSafety.Charge) throw failure;
        throw Failures.Unknown(call.Operation, sentAt, answer.Status, $"the answer was {(int)answer.Status} but could not be read: {why}", failure);
    }

    /// <summary>A retried DELETE that finds nothing has done its work: the answer to the first one was lost.</summary>
    private static bool IsGoneAfterRetry(Operation operation, Answer answer, int attempt) =>
        attempt > 1 && operation.Method == HttpMethod.Delete && (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone);

    /// <returns>The time that is left for the call.</returns>
    private async ValueTask<TimeSpan> WaitForTurnAsync(Operation operation, CallSettings settings, long started, CancellationToken cancellationToken)
    {
        var wait = _pacer is null ? TimeSpan.Zero : _pacer.Book(Remaining(settings, started));
        if (wait > TimeSpan.Zero)
        {
            Log.WaitingForRateLimit(_log, operation.Call, wait.Value.TotalMilliseconds);
            await Task.Delay(wait.Value, _clock, cancellationToken).ConfigureAwait(false);
        }

        var remaining = Remaining(settings, started);
        if (wait is not null && remaining > TimeSpan.Zero) return remaining;
        throw new DodoTimeoutException(operation, settings.TotalTimeout, $"{operation.Call} was not sent: the rate limit has no room within TotalTimeout ({settings.TotalTimeout}). Send fewer calls at once, or set RateLimit to the account's tier. ({operation.Name})");
    }

    private TimeSpan Remaining(CallSettings settings, long started) => settings.TotalTimeout - _clock.GetElapsedTime(started);
}

/// <summary>Reads an answer; returns null, or why that is not possible.</summary>
internal delegate string? Decode<TResult, in TState>(Answer answer, TState state, out TResult result);
