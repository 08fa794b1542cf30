using System.Runtime.InteropServices;
using DodoUpsell.TestKit;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>
/// <c>tests/DodoUpsell.AotApp</c>, published natively into a folder of its own: builds that run meanwhile are not
/// disturbed.
/// </summary>
internal sealed class NativeApp : IDisposable
{
    private readonly DirectoryInfo _folder;

    private NativeApp(DirectoryInfo folder, Command.Result publishing)
    {
        _folder = folder;
        Publishing = publishing;
    }

    public Command.Result Publishing { get; }

    public long Size => new FileInfo(Executable).Length;

    private string Executable =>
        Path.Combine(
            _folder.FullName,
            "app",
            OperatingSystem.IsWindows() ? "DodoUpsell.AotApp.exe" : "DodoUpsell.AotApp"
        );

    public static async Task<NativeApp> PublishAsync(CancellationToken cancellationToken)
    {
        RequireLinker();
        var folder = Directory.CreateTempSubdirectory("DodoUpsell.AotApp.");
        var publishing = await Command.RunAsync(
            "dotnet",
            [
                "publish",
                RepositoryFolder.PathOf("tests", "DodoUpsell.AotApp"),
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
        return new NativeApp(folder, publishing);
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
