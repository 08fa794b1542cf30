using System.Globalization;

namespace DodoUpsell.Http;

/// <summary>What became of one request: an answer, or one of four ways to get none.</summary>
internal readonly record struct AttemptOutcome
{
    private AttemptOutcome(AttemptEnd end, Answer? answer, Exception? exception, TimeSpan limit)
    {
        End = end;
        Answer = answer;
        Exception = exception;
        Limit = limit;
    }

    public AttemptEnd End { get; }

    public Answer? Answer { get; }

    public Exception? Exception { get; }

    /// <summary>The time that the attempt was given.</summary>
    public TimeSpan Limit { get; }

    public static AttemptOutcome Answered(Answer answer) => new(AttemptEnd.Answered, answer, null, default);

    public static AttemptOutcome NotSent(Exception exception, TimeSpan limit) => new(AttemptEnd.NotSent, null, exception, limit);

    public static AttemptOutcome ConnectionLost(Exception exception) => new(AttemptEnd.ConnectionLost, null, exception, default);

    public static AttemptOutcome TimedOut(Exception exception, TimeSpan limit) => new(AttemptEnd.TimedOut, null, exception, limit);

    public static AttemptOutcome TooLate(Exception exception, TimeSpan limit) => new(AttemptEnd.TooLate, null, exception, limit);

    /// <summary>For logs and messages; without anything that came from outside.</summary>
    public string Describe() => End switch
    {
        AttemptEnd.Answered => $"status {((int)Answer!.Status).ToString(CultureInfo.InvariantCulture)}",
        AttemptEnd.NotSent => "no connection",
        AttemptEnd.ConnectionLost => "the connection was lost",
        AttemptEnd.TooLate => "held up before it left",
        _ => $"no complete answer within {Limit.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s",
    };
}

/// <summary>How an attempt ended.</summary>
internal enum AttemptEnd
{
    /// <summary>A complete answer came.</summary>
    Answered,

    /// <summary>No connection was made, so nothing was executed.</summary>
    NotSent,

    /// <summary>The connection broke on the way; the request may have been executed.</summary>
    ConnectionLost,

    /// <summary>The time ran out on the way; the request may have been executed.</summary>
    TimedOut,

    /// <summary>It was held up until its time was over, and stopped before it left; nothing was executed.</summary>
    TooLate,
}
