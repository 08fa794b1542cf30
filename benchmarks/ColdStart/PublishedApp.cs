using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ColdStart;

/// <summary>An app, published into a folder of its own below <c>artifacts</c>.</summary>
internal sealed class PublishedApp
{
    private readonly string _folder;

    private PublishedApp(App app, string folder) => (App, _folder) = (app, folder);

    public App App { get; }

    public string Executable => Path.Combine(_folder, Path.GetFileName(App.Project));

    /// <summary>Gets the size of the files that the app needs, in bytes.</summary>
    public long Size =>
        Directory
            .EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is not (".pdb" or ".dbg" or ".xml"))
            .Sum(file => new FileInfo(file).Length);

    public static async Task<PublishedApp> PublishAsync(App app)
    {
        var root = Root();
        var artifacts = Path.Combine(root, "artifacts", "cold-start", app.Kind.ToString());
        var folder = Path.Combine(artifacts, "apps", Path.GetFileName(app.Project));
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        string[] kind = app.Kind switch
        {
            Kind.ReadyToRun =>
            [
                "-r",
                RuntimeInformation.RuntimeIdentifier,
                "--self-contained",
                "false",
                "-p:PublishReadyToRun=true",
            ],
            Kind.Native => ["-r", RuntimeInformation.RuntimeIdentifier],
            _ => [],
        };

        // Build files of their own do not disturb the other builds of the repository.
        using var publishing = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    "publish",
                    Path.Combine(root, app.Project),
                    "--nologo",
                    "-v",
                    "quiet",
                    "-c",
                    "Release",
                    "-o",
                    folder,
                    "-p:UseArtifactsOutput=true",
                    "--artifacts-path",
                    artifacts,
                    "-p:RunAnalyzers=false",
                    "-nodeReuse:false",
                    .. kind,
                ]
            )
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var output = await publishing.StandardOutput.ReadToEndAsync();
        await publishing.WaitForExitAsync();
        return publishing.ExitCode == 0
            ? new PublishedApp(app, folder)
            : throw new InvalidOperationException($"{app.Project} cannot be published for {app.Kind}:\n{output}");
    }

    private static string Root([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", ".."));
}
