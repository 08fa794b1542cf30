using System.Diagnostics;
using System.Text;
using DodoUpsell.Emulator.Activities;
using DodoUpsell.Emulator.DevConsole;

namespace DodoUpsell.Emulator.Tests.DevConsole;

public sealed class CurlTextTests
{
    [Fact]
    public async Task A_shell_passes_exactly_the_request_to_curl()
    {
        const string body = """{ "name": "it's $HOME `id` \\ \"quoted\"", "emoji": "ü" }""";
        var command = CurlText.Of(Request("POST", "/customers?a=b&c='d'", body), new Uri("http://127.0.0.1:4010/"));

        var arguments = await Run(command);

        Assert.Equal(
            [
                "-X",
                "POST",
                "http://127.0.0.1:4010/customers?a=b&c='d'",
                "-H",
                "Authorization: Bearer the-key",
                "-H",
                "Content-Type: application/json",
                "--data-raw",
                body,
            ],
            arguments
        );
    }

    [Fact]
    public async Task A_request_without_a_body_is_short() =>
        Assert.Equal(
            ["http://127.0.0.1:4010/payments", "-H", "Authorization: Bearer the-key"],
            await Run(CurlText.Of(Request("GET", "/payments", ""), new Uri("http://127.0.0.1:4010/")))
        );

    private static RequestActivity Request(string method, string target, string body) =>
        new(
            default,
            method,
            target,
            HasKey: true,
            BodyStart.Of(Encoding.UTF8.GetBytes(body)),
            200,
            "application/json",
            default,
            Fault: null
        );

    // A function takes the place of curl and prints each argument between zero bytes.
    private static async Task<string[]> Run(string command)
    {
        using var shell = Process.Start(
            new ProcessStartInfo("/bin/sh", ["-c", $"curl() {{ printf '%s\\0' \"$@\"; }}\n{command}"])
            {
                UseShellExecute = false,
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.UTF8,
                Environment = { ["DODO_PAYMENTS_API_KEY"] = "the-key" },
            }
        )!;
        var output = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await shell.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output.TrimEnd('\0').Split('\0');
    }
}
