using System.Collections;

namespace DodoUpsell.Http;

/// <summary>
/// Gives exceptions of others a text that may be shown: libraries and handlers quote requests, rows and headers.
/// </summary>
internal static class SafeException
{
    /// <summary>
    /// Returns the exception itself, or one of the same meaning if its text, or that of one inside it, has something
    /// that must not be shown.
    /// </summary>
    public static Exception Of(Exception exception, IReadOnlyList<string>? secrets) =>
        IsSafe(exception, secrets) ? exception : Copy(exception, secrets);

    private static bool IsSafe(Exception exception, IReadOnlyList<string>? secrets)
    {
        if (exception is DodoException)
            return true;
        if (Redactor.Finds(exception.ToString(), secrets))
            return false;
        for (var e = exception; e is not null; e = e.InnerException)
        {
            // A type may write its own text form, which leaves out what its message has.
            if (Redactor.Finds(e.Message, secrets))
                return false;
            foreach (DictionaryEntry entry in e.Data)
            {
                if (Redactor.Finds($"{entry.Key} {entry.Value}", secrets))
                    return false;
            }

            if (e is AggregateException many && many.InnerExceptions.Any(inner => !IsSafe(inner, secrets)))
                return false;
        }

        return true;
    }

    private static Exception Copy(Exception exception, IReadOnlyList<string>? secrets)
    {
        var message = Redactor.Clean(exception.Message, secrets);
        var inner = exception.InnerException is { } within ? Of(within, secrets) : null;
        return exception is HttpRequestException failure
            ? new HttpRequestException(failure.HttpRequestError, message, inner, failure.StatusCode)
            : new RedactedException(
                exception.GetType(),
                message,
                exception.StackTrace is { } trace && !Redactor.Finds(trace, secrets) ? trace : null,
                inner
            );
    }

    /// <summary>Stands for an exception whose own text must not be shown.</summary>
    private sealed class RedactedException(Type type, string message, string? stackTrace, Exception? inner)
        : Exception($"{type.FullName}: {message}", inner)
    {
        public override string? StackTrace => stackTrace;
    }
}
