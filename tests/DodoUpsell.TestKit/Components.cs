namespace DodoUpsell.TestKit;

/// <summary>
/// What a suite does when a real component that it drives (WireMock, PostgreSQL, a browser…) is not on the machine:
/// its tests skip and say what to install. With <c>DODOUPSELL_REQUIRE_COMPONENTS=1</c>, as in CI, they fail instead,
/// so that a missing install step cannot pass for a green run.
/// </summary>
public static class Components
{
    /// <summary>The environment variable that forbids skipping.</summary>
    public const string RequireVariable = "DODOUPSELL_REQUIRE_COMPONENTS";

    // xunit.v3 reports an exception whose message starts like this as a skipped test.
    private const string SkipToken = "$XunitDynamicSkip$";

    /// <summary>The exception to throw for a component that is missing.</summary>
    /// <param name="component">Its name, as a person would say it.</param>
    /// <param name="install">What to do so that it is there next time.</param>
    public static Exception Missing(string component, string install)
    {
        var text = $"{component} is not installed here: {install}.";
        return IsRequired(Environment.GetEnvironmentVariable(RequireVariable))
            ? new MissingComponentException($"{text} {RequireVariable} is set, so this is a failure.")
            : new MissingComponentException(SkipToken + text);
    }

    /// <summary>Whether a missing component is a failure.</summary>
    public static bool AreRequired => IsRequired(Environment.GetEnvironmentVariable(RequireVariable));

    internal static bool IsRequired(string? value) => value is "1" or "true";
}

/// <summary>A real component is not on this machine.</summary>
public sealed class MissingComponentException : Exception
{
    /// <summary>Creates the exception without a text.</summary>
    public MissingComponentException() { }

    /// <summary>Creates the exception with what to install.</summary>
    public MissingComponentException(string message)
        : base(message) { }

    /// <summary>Creates the exception with what to install and how its absence was noticed.</summary>
    public MissingComponentException(string message, Exception innerException)
        : base(message, innerException) { }
}
