using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DodoUpsell.Benchmarks;

/// <summary>A server on the loopback address that keeps each request as it arrives, byte for byte.</summary>
internal sealed class WireTap : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public WireTap()
    {
        _listener.Start();
        Address = $"http://{_listener.LocalEndpoint}";
        _ = AcceptAsync();
    }

    public string Address { get; }

    /// <summary>Gets the last request.</summary>
    public string LastRequest { get; private set; } = "";

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The tap was disposed.
        }
    }

    private async Task ServeAsync(TcpClient connection)
    {
        using var client = connection;
        var stream = client.GetStream();
        var received = new byte[16 * 1024];
        var length = 0;
        while (await stream.ReadAsync(received.AsMemory(length)) is > 0 and var count)
        {
            length += count;
            var request = Encoding.Latin1.GetString(received, 0, length);
            if (!IsWhole(request))
                continue;
            LastRequest = request;
            length = 0;
            var path = request.Split(' ', '?')[1];
            var body = PreparedAnswers.Of(path);
            await stream.WriteAsync(
                Encoding.ASCII.GetBytes(
                    $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n"
                )
            );
            await stream.WriteAsync(body);
        }
    }

    private static bool IsWhole(string request)
    {
        var end = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
            return false;
        const string Header = "\r\nContent-Length: ";
        var start = request.IndexOf(Header, StringComparison.Ordinal);
        var length =
            start < 0
                ? 0
                : int.Parse(
                    request.AsSpan(
                        start + Header.Length,
                        request.IndexOf('\r', start + Header.Length) - start - Header.Length
                    ),
                    CultureInfo.InvariantCulture
                );
        return request.Length == end + 4 + length;
    }
}
