using DodoUpsell.TestKit;

namespace DodoUpsell.BrowserKit;

/// <summary>
/// Where screenshots are kept: <c>TestResults/screenshots/{suite}</c> of the repository, which is not in Git, or the
/// folder that <see cref="Variable"/> names.
/// </summary>
public static class ScreenshotFolder
{
    /// <summary>The environment variable that names another folder.</summary>
    public const string Variable = "DODOUPSELL_SCREENSHOTS";

    /// <summary>Gets the full path of the folder of the running suite.</summary>
    public static string FullPath =>
        Path.Combine(
            Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder
                ? folder
                : RepositoryFolder.PathOf("TestResults", "screenshots"),
            AppDomain.CurrentDomain.FriendlyName
        );
}
