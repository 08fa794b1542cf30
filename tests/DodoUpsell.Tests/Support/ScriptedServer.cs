using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DodoUpsell.Tests.Support;

/// <summary>
/// A real HTTP/1.1 server on a socket that misbehaves on command: it counts what arrives and breaks connections where
/// told.
/// </summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<ReceivedRequest, Reply> _script;
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedRequest> _received = new();
    private readonly SemaphoreSlim _arrivals = new(0);
    private readonly Task _accepting;
    private int _connections;

    public ScriptedServer(Func<ReceivedRequest, Reply> script)
    {
        _script = script;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Replies in this order; the last one is repeated.</summary>
    public ScriptedServer(params Reply[] replies)
        : this(request => replies[Math.Min(request.Number, replies.Length) - 1]) { }

    public Uri Address =>
        new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}");

    public IReadOnlyList<ReceivedRequest> Received => [.. _received];

    public int Connections => _connections;

    /// <summary>Returns when one more request has arrived in full.</summary>
    public async Task ArrivalAsync() =>
        Assert.True(await _arrivals.WaitAsync(TimeSpan.FromSeconds(30)), "No request arrived.");

    /// <summary>Returns when one more request has arrived, moving a clock a little for as long as none does.</summary>
    public async Task ArrivalAsync(Action moveClock)
    {
        while (!await _arrivals.WaitAsync(TimeSpan.FromMilliseconds(1)))
            moveClock();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
        _arrivals.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                _ = ServeAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or InvalidOperationException or SocketException)
        {
            // Stopped, at one moment of accepting or another.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                while (await ReadAsync(stream) is { } request)
                {
                    _received.Enqueue(request);
                    _arrivals.Release();
                    if (!await WriteAsync(client, stream, _script(request)))
                        return;
                }
            }
            catch (Exception e)
                when (e is IOException or OperationCanceledException or SocketException or ObjectDisposedException)
            {
                // The client went away, or the test is over.
            }
        }
    }

    private async Task<ReceivedRequest?> ReadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (!EndsWithBlankLine(head))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
                return null;
            head.Add(one[0]);
        }

        var lines = Encoding.ASCII.GetString([.. head]).Split("\r\n");
        var start = lines[0].Split(' ');
        var headers = lines
            .Skip(1)
            .Where(line => line.Contains(':', StringComparison.Ordinal))
            .Select(line => line.Split(':', 2))
            .ToDictionary(pair => pair[0], pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var body = new byte[
            headers.TryGetValue("Content-Length", out var length) ? int.Parse(length, CultureInfo.InvariantCulture) : 0
        ];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return new ReceivedRequest(_received.Count + 1, start[0], start[1], headers, Encoding.UTF8.GetString(body));
    }

    /// <returns>Whether the connection stays open.</returns>
    private async Task<bool> WriteAsync(TcpClient client, NetworkStream stream, Reply reply)
    {
        switch (reply.Kind)
        {
            case ReplyKind.Reset:
                client.Client.LingerState = new LingerOption(true, 0);
                return false;
            case ReplyKind.NoAnswer:
                await Task.Delay(Timeout.Infinite, _stop.Token);
                return false;
        }

        var body = Encoding.UTF8.GetBytes(reply.Body);
        var announced = reply.Kind is ReplyKind.StalledBody or ReplyKind.TruncatedBody
            ? body.Length + 100
            : body.Length;
        var head = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 {reply.Status} Scripted\r\nContent-Type: {reply.ContentType}\r\nContent-Length: {announced}\r\n"
        );
        foreach (var (name, value) in reply.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), _stop.Token);
        await stream.WriteAsync(body, _stop.Token);
        await stream.FlushAsync(_stop.Token);
        if (reply.Kind == ReplyKind.StalledBody)
            await Task.Delay(Timeout.Infinite, _stop.Token);
        return reply.Kind == ReplyKind.Whole;
    }

    private static bool EndsWithBlankLine(List<byte> head) =>
        head.Count >= 4 && head[^4] == '\r' && head[^3] == '\n' && head[^2] == '\r' && head[^1] == '\n';
}

public sealed record ReceivedRequest(
    int Number,
    string Method,
    string Target,
    IReadOnlyDictionary<string, string> Headers,
    string Body
);

public enum ReplyKind
{
    Whole,

    /// <summary>The request was read; then the connection is reset without an answer.</summary>
    Reset,

    /// <summary>The request was read; nothing ever comes.</summary>
    NoAnswer,

    /// <summary>Headers and half a body; the rest never comes.</summary>
    StalledBody,

    /// <summary>Headers and half a body; then the connection is closed.</summary>
    TruncatedBody,
}

public sealed record Reply(
    int Status,
    string Body,
    ReplyKind Kind = ReplyKind.Whole,
    string ContentType = "application/json"
)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    public static Reply Reset { get; } = new(0, "", ReplyKind.Reset);

    public static Reply NoAnswer { get; } = new(0, "", ReplyKind.NoAnswer);

    public static Reply Error(int status, string code) => new(status, $$"""{"code":"{{code}}","message":"scripted"}""");

    public Reply With(string name, string value) =>
        this with
        {
            Headers = new Dictionary<string, string>(Headers, StringComparer.Ordinal) { [name] = value },
        };
}
