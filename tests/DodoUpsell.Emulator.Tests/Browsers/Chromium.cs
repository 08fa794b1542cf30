using System.ComponentModel;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using DodoUpsell.TestKit;

namespace DodoUpsell.Emulator.Tests.Browsers;

/// <summary>A real browser without a window and with one tab, told what to do over its DevTools protocol.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Listening = "DevTools listening on ";
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private readonly Process _process;
    private readonly DirectoryInfo _profile;
    private readonly ClientWebSocket _socket = new();
    private readonly List<JsonNode> _events = [];
    private string? _session;
    private int _lastId;

    private Chromium(Process process, DirectoryInfo profile)
    {
        _process = process;
        _profile = profile;
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Starts it. Every host name that ends in .test is this machine.</summary>
    public static async Task<Chromium> StartAsync()
    {
        var profile = Directory.CreateTempSubdirectory("chromium-");
        string[] arguments =
        [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--no-proxy-server",
            "--host-resolver-rules=MAP *.test 127.0.0.1",
            $"--user-data-dir={profile.FullName}",
            "--remote-debugging-port=0",
            "about:blank",
        ];
        var chromium = new Chromium(
            Names.Select(name => TryStart(name, arguments)).FirstOrDefault(process => process is not null)
                ?? throw Components.Missing("Chromium", "install the package `chromium`"),
            profile
        );
        try
        {
            await chromium.AttachAsync();
            return chromium;
        }
        catch
        {
            await chromium.DisposeAsync();
            throw;
        }
    }

    public async Task Open(string address)
    {
        await Send("Page.navigate", new JsonObject { ["url"] = address });
        await Loaded();
    }

    /// <summary>Runs a script that leads to another page.</summary>
    public async Task Follow(string script)
    {
        // Afterwards, or the page might be gone before the call has its answer.
        await Run($"setTimeout(() => {{ {script} }}, 0);");
        await Loaded();
    }

    /// <summary>Runs the body of an async function in the page.</summary>
    /// <returns>What it returns, as JSON.</returns>
    public async Task<JsonNode?> Run(string body)
    {
        var result = await Send(
            "Runtime.evaluate",
            new JsonObject
            {
                ["expression"] = $"(async () => {{ {body} }})()",
                ["awaitPromise"] = true,
                ["returnByValue"] = true,
                ["userGesture"] = true,
            }
        );
        Assert.Null(result["exceptionDetails"]?.ToJsonString());
        return result["result"]!["value"]?.DeepClone();
    }

    public async Task<string> Text() => (await Run("return document.documentElement.innerText;"))!.GetValue<string>();

    public async Task<Uri> Address() => new((await Run("return location.href;"))!.GetValue<string>());

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);

        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
        try
        {
            _profile.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A child of it may still be writing there while it ends.
        }
    }

    private static Process? TryStart(string name, string[] arguments)
    {
        try
        {
            return Process.Start(
                new ProcessStartInfo(name, arguments) { UseShellExecute = false, RedirectStandardError = true }
            );
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private async Task AttachAsync()
    {
        string? line;
        do line =
            await _process.StandardError.ReadLineAsync(Cancellation)
            ?? throw new InvalidOperationException("Chromium ended before it was ready.");
        while (!line.StartsWith(Listening, StringComparison.Ordinal));

        // Read on, or a full pipe would stop it.
        _ = _process.StandardError.ReadToEndAsync(CancellationToken.None);
        await _socket.ConnectAsync(new Uri(line[Listening.Length..]), Cancellation);
        var target = await Send("Target.createTarget", new JsonObject { ["url"] = "about:blank" });
        var attached = await Send(
            "Target.attachToTarget",
            new JsonObject { ["targetId"] = target.Text("targetId"), ["flatten"] = true }
        );
        _session = attached.Text("sessionId");
        await Send("Page.enable", []);
    }

    private async Task<JsonNode> Send(string method, JsonObject parameters)
    {
        _events.Clear();
        var id = ++_lastId;
        var message = new JsonObject
        {
            ["id"] = id,
            ["method"] = method,
            ["params"] = parameters,
        };
        if (_session is not null)
            message["sessionId"] = _session;

        await _socket.SendAsync(
            System.Text.Encoding.UTF8.GetBytes(message.ToJsonString()),
            WebSocketMessageType.Text,
            endOfMessage: true,
            Cancellation
        );
        while (true)
        {
            var answer = await Receive();
            if (answer["id"] is null)
                _events.Add(answer);
            else if (answer.Number("id") == id)
                return answer["result"]
                    ?? throw new InvalidOperationException($"{method}: {answer["error"]?.ToJsonString()}");
        }
    }

    private async Task Loaded()
    {
        while (!_events.Exists(message => message.Text("method") is "Page.loadEventFired"))
            _events.Add(await Receive());
    }

    private async Task<JsonNode> Receive()
    {
        using var message = new MemoryStream();
        var buffer = new byte[16_384];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await _socket.ReceiveAsync(buffer.AsMemory(), Cancellation);
            message.Write(buffer, 0, part.Count);
        } while (!part.EndOfMessage);

        return JsonNode.Parse(message.ToArray())!;
    }
}
