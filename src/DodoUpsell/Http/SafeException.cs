using System.Collections;

namespace DodoUpsell.Http;

/// <summary>
/// Redacts external exceptions: libraries and handlers include requests, rows and headers in their texts.
/// </summary>
internal static class SafeException
{
    /// <summary>
    /// Returns the exception itself, or an equivalent one if its text, or that of an inner exception, contains
    /// something that must not be shown.
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
            // A type may override ToString and omit text that its message contains.
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

    /// <summary>Replaces an exception whose text must not be shown.</summary>
    private sealed class RedactedException(Type type, string message, string? stackTrace, Exception? inner)
        : Exception($"{type.FullName}: {message}", inner)
    {
        public override string? StackTrace => stackTrace;
    }
}
