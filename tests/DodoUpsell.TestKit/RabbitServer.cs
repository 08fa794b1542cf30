using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace DodoUpsell.TestKit;

/// <summary>
/// A real RabbitMQ server in a temporary folder, on a port of its own. It ends with the process that started it and
/// leaves no files behind.
/// </summary>
public sealed class RabbitServer : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(120);

    private readonly Process _process;

    private RabbitServer(Process process, int port) =>
        (_process, Address) = (process, new Uri($"amqp://127.0.0.1:{port}"));

    /// <summary>The address, for the user <c>guest</c>.</summary>
    public Uri Address { get; }

    /// <summary>Starts a new server, or reports a missing component through <see cref="Components"/>.</summary>
    public static Task<RabbitServer> StartAsync(CancellationToken cancellationToken = default) =>
        StartAsync(port: 0, cancellationToken);

    /// <summary>Starts a new server on a port, for example that of one that was stopped.</summary>
    public static async Task<RabbitServer> StartAsync(int port, CancellationToken cancellationToken = default)
    {
        var ports = FreePorts();
        if (port > 0)
            ports[0] = port;
        var process =
            Process.Start(Command(FindProgram(), ports))
            ?? throw new InvalidOperationException("The shell did not start.");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StartLimit);
        try
        {
            if (await process.StandardOutput.ReadLineAsync(limit.Token) == "ready")
                return new RabbitServer(process, ports[0]);
            throw new InvalidOperationException(
                $"RabbitMQ did not start.\n{await process.StandardError.ReadToEndAsync(limit.Token)}"
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

    // The user that it runs as instead of root may not be able to read the repository.
    private static ProcessStartInfo Command(string program, int[] ports)
    {
        string[] shell =
        [
            "sh",
            "-c",
            File.ReadAllText(RepositoryFolder.PathOf("tests", "tools", "rabbitmq.sh")),
            "rabbitmq.sh",
            program,
            .. ports.Select(port => port.ToString(CultureInfo.InvariantCulture)),
        ];
        var command = Environment.IsPrivilegedProcess ? ["runuser", "-u", "nobody", "--", .. shell] : shell;
        return new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
    }

    // Held open together, so that they differ.
    private static int[] FreePorts()
    {
        TcpListener[] held = [new(IPAddress.Loopback, 0), new(IPAddress.Loopback, 0), new(IPAddress.Loopback, 0)];
        foreach (var listener in held)
            listener.Start();
        int[] ports = [.. held.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        foreach (var listener in held)
            listener.Dispose();
        return ports;
    }

    // On Debian, the program in the PATH insists on a user of its own. The one behind it runs as anybody.
    private static string FindProgram()
    {
        const string Debian = "/usr/lib/rabbitmq/bin";
        var path = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator) ?? [];
        return path.Prepend(Debian)
                .Select(folder => Path.Combine(folder, "rabbitmq-server"))
                .FirstOrDefault(File.Exists)
            ?? throw Components.Missing("RabbitMQ", "install the server (Debian: `apt-get install rabbitmq-server`)");
    }
}
