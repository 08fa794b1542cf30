using System.Runtime.InteropServices;
using DodoUpsell.TestKit;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>
/// A program of this repository, published natively into a folder of its own: builds that run meanwhile are not
/// disturbed.
/// </summary>
internal sealed class NativeApp : IDisposable
{
    private readonly DirectoryInfo _folder;
    private readonly string _project;

    private NativeApp(DirectoryInfo folder, string project, Command.Result publishing)
    {
        (_folder, _project) = (folder, project);
        Publishing = publishing;
    }

    public Command.Result Publishing { get; }

    public long Size => new FileInfo(Executable).Length;

    public string Executable =>
        Path.Combine(_folder.FullName, "app", OperatingSystem.IsWindows() ? $"{_project}.exe" : _project);

    public static async Task<NativeApp> PublishAsync(
        CancellationToken cancellationToken,
        string project = "DodoUpsell.AotApp"
    )
    {
        RequireLinker();
        var folder = Directory.CreateTempSubdirectory($"{project}.");
        var publishing = await Command.RunAsync(
            "dotnet",
            [
                "publish",
                RepositoryFolder.PathOf("tests", project),
                "--nologo",
                "-c",
                "Release",
                "-r",
                RuntimeInformation.RuntimeIdentifier,
                "-o",
                Path.Combine(folder.FullName, "app"),
                "-p:UseArtifactsOutput=true",
                "--artifacts-path",
                Path.Combine(folder.FullName, "artifacts"),
                // Build servers would outlive the command and keep its output open.
                "-nodeReuse:false",
                "-p:UseSharedCompilation=false",
            ],
            cancellationToken
        );
        return new NativeApp(folder, project, publishing);
    }

    public Task<Command.Result> RunAsync(Uri address, CancellationToken cancellationToken) =>
        Command.RunAsync(Executable, [address.AbsoluteUri], cancellationToken);

    public void Dispose() => _folder.Delete(recursive: true);

    // Windows finds its linker in Visual Studio, which cannot be seen from the path; there a missing one fails the
    // build and says so.
    private static void RequireLinker()
    {
        if (OperatingSystem.IsWindows() || IsOnPath("clang") || IsOnPath("gcc"))
            return;
        throw Components.Missing(
            "A C compiler, which links native apps,",
            "install clang or gcc and zlib's headers (apt-get install clang zlib1g-dev)"
        );
    }

    private static bool IsOnPath(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, command)));
}
