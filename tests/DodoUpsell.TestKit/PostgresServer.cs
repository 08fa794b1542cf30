using System.Diagnostics;

namespace DodoUpsell.TestKit;

/// <summary>
/// A real PostgreSQL server in a temporary folder, reached through a socket in that folder. It ends with the process
/// that started it, even if that process is killed, and leaves no files behind.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Ready = "ready ";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(90);

    private readonly Process _process;
    private readonly string _folder;

    private PostgresServer(Process process, string folder) => (_process, _folder) = (process, folder);

    /// <summary>The Npgsql connection string of the database <c>postgres</c>.</summary>
    public string ConnectionString => ConnectionStringOf("postgres");

    /// <summary>Returns the Npgsql connection string of an existing database of this server.</summary>
    public string ConnectionStringOf(string database) => $"Host={_folder};Username=postgres;Database={database}";

    /// <summary>Starts a new server, or reports a missing component through <see cref="Components"/>.</summary>
    public static async Task<PostgresServer> StartAsync(CancellationToken cancellationToken = default)
    {
        var process =
            Process.Start(Command(FindBinaries())) ?? throw new InvalidOperationException("The shell did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            if (
                await process.StandardOutput.ReadLineAsync(limit.Token) is { } line
                && line.StartsWith(Ready, StringComparison.Ordinal)
            )
                return new PostgresServer(process, line[Ready.Length..]);
            throw new InvalidOperationException(
                $"PostgreSQL did not start.\n{await process.StandardError.ReadToEndAsync(limit.Token)}"
            );
        }
        catch
        {
            process.StandardInput.Close();
            process.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    // PostgreSQL refuses to run as root, and the user that it runs as instead may not be able to read the repository.
    private static ProcessStartInfo Command(string binaries)
    {
        string[] shell =
        [
            "sh",
            "-c",
            File.ReadAllText(RepositoryFolder.PathOf("tests", "tools", "postgres.sh")),
            "postgres.sh",
            binaries,
        ];
        var command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "nobody", "--", .. shell] : shell;
        var start = new ProcessStartInfo(command[0], command[1..]);
        start.UseShellExecute = false;
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return start;
    }

    // On Debian, the server's programs are not in the PATH.
    private static string FindBinaries()
    {
        const string Debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(Debian)
            ? Directory.EnumerateDirectories(Debian).Select(version => Path.Combine(version, "bin"))
            : [];
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return versions
                .OrderDescending(StringComparer.Ordinal)
                .Concat(path)
                .FirstOrDefault(folder =>
                    File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl"))
                )
            ?? throw Components.Missing(
                "PostgreSQL",
                "install the server, version 13 or newer (Debian: `apt-get install postgresql`)"
            );
    }
}
