using System.Globalization;
using System.Runtime.InteropServices;

namespace DodoUpsell.Http;

/// <summary>The outcome of one request: a response, or the reason why there is none.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct AttemptOutcome
{
    private AttemptOutcome(AttemptEnd end, ApiResponse? response, Exception? exception, TimeSpan limit)
    {
        End = end;
        Response = response;
        Exception = exception;
        Limit = limit;
    }

    public AttemptEnd End { get; }

    public ApiResponse? Response { get; }

    public Exception? Exception { get; }

    /// <summary>Gets the time limit of the attempt.</summary>
    public TimeSpan Limit { get; }

    /// <summary>
    /// Gets whether the request certainly did not reach the server, so that nothing was executed and no rate limit was
    /// used.
    /// </summary>
    public bool NothingLeft =>
        End is AttemptEnd.NotSent or AttemptEnd.NotSentInTime or AttemptEnd.TooLate or AttemptEnd.CancelledUnsent;

    public static AttemptOutcome Answered(ApiResponse response) => new(AttemptEnd.Answered, response, null, default);

    public static AttemptOutcome NotSent(Exception exception, TimeSpan limit) =>
        new(AttemptEnd.NotSent, null, exception, limit);

    public static AttemptOutcome NotSentInTime(Exception exception, TimeSpan limit) =>
        new(AttemptEnd.NotSentInTime, null, exception, limit);

    public static AttemptOutcome ConnectionLost(Exception exception) =>
        new(AttemptEnd.ConnectionLost, null, exception, default);

    public static AttemptOutcome TimedOut(Exception exception, TimeSpan limit) =>
        new(AttemptEnd.TimedOut, null, exception, limit);

    public static AttemptOutcome TooLate(Exception exception, TimeSpan limit) =>
        new(AttemptEnd.TooLate, null, exception, limit);

    public static AttemptOutcome Cancelled(Exception exception, bool nothingLeft) =>
        new(nothingLeft ? AttemptEnd.CancelledUnsent : AttemptEnd.Cancelled, null, exception, default);

    /// <summary>Returns a description for logs and messages, without any external text.</summary>
    public string Describe() =>
        End switch
        {
            AttemptEnd.Answered => $"status {((int)Response!.Status).ToString(CultureInfo.InvariantCulture)}",
            AttemptEnd.NotSent => "it was not sent",
            AttemptEnd.NotSentInTime => $"it was not sent within {Seconds(Limit)} s",
            AttemptEnd.ConnectionLost => "the connection was lost",
            AttemptEnd.TooLate => "TotalTimeout expired before it was written",
            AttemptEnd.Cancelled or AttemptEnd.CancelledUnsent => "it was cancelled",
            _ => $"no complete response within {Seconds(Limit)} s",
        };

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture);
}

/// <summary>Specifies how an attempt ended.</summary>
internal enum AttemptEnd
{
    /// <summary>A complete response was received.</summary>
    Answered,

    /// <summary>The attempt failed before anything was written, so nothing was executed.</summary>
    NotSent,

    /// <summary>AttemptTimeout expired before anything was written, so nothing was executed.</summary>
    NotSentInTime,

    /// <summary>The connection broke; the request may have been executed.</summary>
    ConnectionLost,

    /// <summary>The time limit expired; the request may have been executed.</summary>
    TimedOut,

    /// <summary>
    /// TotalTimeout expired before anything was written, so the request was stopped and nothing was executed.
    /// </summary>
    TooLate,

    /// <summary>The caller cancelled the call; the request may have been executed.</summary>
    Cancelled,

    /// <summary>The caller cancelled the call before anything was written, so nothing was executed.</summary>
    CancelledUnsent,
}
