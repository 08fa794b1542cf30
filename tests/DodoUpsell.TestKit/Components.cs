namespace DodoUpsell.TestKit;

/// <summary>
/// Handles missing components: if a real component that a suite needs (WireMock, PostgreSQL, a browser…) is not
/// installed, its tests are skipped and say what to install. With <c>DODOUPSELL_REQUIRE_COMPONENTS=1</c>, as in CI,
/// they fail instead, so that a missing installation step does not go unnoticed.
/// </summary>
public static class Components
{
    /// <summary>The environment variable that makes tests fail instead of being skipped.</summary>
    public const string RequireVariable = "DODOUPSELL_REQUIRE_COMPONENTS";

    // xunit.v3 reports a test as skipped if its exception message starts with this prefix.
    private const string SkipToken = "$XunitDynamicSkip$";

    /// <summary>Returns the exception to throw if a component is missing.</summary>
    /// <param name="component">The display name of the component.</param>
    /// <param name="install">Instructions for installing the component.</param>
    public static Exception Missing(string component, string install)
    {
        var text = $"{component} is not installed here: {install}.";
        return IsRequired(Environment.GetEnvironmentVariable(RequireVariable))
            ? new MissingComponentException($"{text} {RequireVariable} is set, so this is a failure.")
            : new MissingComponentException(SkipToken + text);
    }

    /// <summary>Whether a missing component makes tests fail.</summary>
    public static bool AreRequired => IsRequired(Environment.GetEnvironmentVariable(RequireVariable));

    internal static bool IsRequired(string? value) => value is "1" or "true";
}

/// <summary>The exception that is thrown when a real component is not installed.</summary>
public sealed class MissingComponentException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public MissingComponentException() { }

    /// <summary>Creates the exception with a message that says what to install.</summary>
    public MissingComponentException(string message)
        : base(message) { }

    /// <summary>
    /// Creates the exception with a message that says what to install, and the exception that revealed the absence.
    /// </summary>
    public MissingComponentException(string message, Exception innerException)
        : base(message, innerException) { }
}
