namespace DodoUpsell.TestKit;

/// <summary>Finds files of the repository, whatever folder the tests run in.</summary>
public static class RepositoryFolder
{
    private static readonly Lazy<string> Root = new(Find);

    /// <summary>
    /// Returns the full path of a file or folder that is given relative to the root of the repository.
    /// </summary>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root.Value, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DodoUpsell.sln")))
                return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds DodoUpsell.sln.");
    }
}
