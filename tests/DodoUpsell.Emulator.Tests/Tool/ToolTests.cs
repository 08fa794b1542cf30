using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace DodoUpsell.Emulator.Tests.Tool;

public sealed partial class ToolTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_tool_says_when_it_is_ready_serves_sends_webhooks_and_ends_on_a_signal()
    {
        using var hooks = new TcpListener(IPAddress.Loopback, 0);
        hooks.Start();
        using var tool = new ToolProcess(
            "--port",
            "0",
            "--seed",
            "demo",
            "--settlement",
            "immediate",
            "--api-key",
            "key_test",
            "--tax-percent",
            "10",
            "--webhook-url",
            $"http://127.0.0.1:{((IPEndPoint)hooks.LocalEndpoint).Port}/hooks",
            "--webhook-secret",
            "whsec_c2VjcmV0"
        );

        var ready = Ready().Match(await tool.ReadLine() ?? "");
        Assert.True(ready.Success);
        using var api = new ApiCaller(new SocketsHttpHandler(), new Uri(ready.Groups["address"].Value));
        Assert.Equal(
            "succeeded",
            (await api.Get("payments/" + (await api.OneClick()).Ok.Text("payment_id"))).Ok.Text("status")
        );
        Assert.Equal(5390, (await api.Get("_emulator/charges")).Items[0].Number("amount"));
        using (var hook = await hooks.AcceptTcpClientAsync(Cancellation))
        using (var reader = new StreamReader(hook.GetStream()))
            Assert.Equal("POST /hooks HTTP/1.1", await reader.ReadLineAsync(Cancellation));

        api.Http.DefaultRequestHeaders.Authorization = new("Bearer", "another");
        (await api.Get("payments")).IsError(401, "UNAUTHORIZED");

        await tool.Signal("TERM");
        Assert.Equal(0, await tool.ExitCode());
        Assert.Null(await tool.ReadLine());
        Assert.Empty(await tool.Errors);
    }

    [Fact]
    public async Task An_address_for_webhooks_is_enough_and_the_secret_is_told_after_the_ready_line()
    {
        using var hooks = new TcpListener(IPAddress.Loopback, 0);
        hooks.Start();
        using var tool = new ToolProcess(
            "--port",
            "0",
            "--settlement",
            "immediate",
            "--webhook-url",
            $"http://127.0.0.1:{((IPEndPoint)hooks.LocalEndpoint).Port}/"
        );

        var ready = Ready().Match(await tool.ReadLine() ?? await tool.Errors);
        Assert.True(ready.Success);
        var secret = Secret().Match(await tool.ReadLine() ?? "");
        Assert.Equal(EmulatedWebhook.DefaultSecret, secret.Groups["secret"].Value);
        Assert.InRange(Convert.FromBase64String(secret.Groups["secret"].Value["whsec_".Length..]).Length, 16, 64);
        using var api = new ApiCaller(new SocketsHttpHandler(), new Uri(ready.Groups["address"].Value));
        await api.OneClick();
        using var hook = await hooks.AcceptTcpClientAsync(Cancellation);
        using var reader = new StreamReader(hook.GetStream());
        Assert.Equal("POST / HTTP/1.1", await reader.ReadLineAsync(Cancellation));
        await tool.Signal("TERM");
    }

    [Fact]
    public async Task A_host_name_can_be_allowed()
    {
        using var tool = new ToolProcess(
            "--port",
            "0",
            "--allow-host",
            "host.docker.internal",
            "--allow-host",
            "shop.example"
        );
        using var api = new ApiCaller(
            new SocketsHttpHandler(),
            new Uri(Ready().Match(await tool.ReadLine() ?? await tool.Errors).Groups["address"].Value)
        );

        api.Http.DefaultRequestHeaders.Host = "shop.example:4010";
        Assert.NotNull((await api.Get("_emulator/clock")).Ok.Text("now"));
        api.Http.DefaultRequestHeaders.Host = "other.example:4010";
        (await api.Get("_emulator/clock")).IsError(403, "FORBIDDEN");
        await tool.Signal("TERM");
    }

    [Fact]
    public async Task Ctrl_C_ends_it_as_well()
    {
        using var tool = new ToolProcess("--port", "0", "--seed", "empty");
        Assert.EndsWith("seed=empty", await tool.ReadLine(), StringComparison.Ordinal);

        await tool.Signal("INT");

        Assert.Equal(0, await tool.ExitCode());
    }

    [Fact]
    public async Task A_taken_port_is_told_and_ends_it_with_1()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var tool = new ToolProcess("--port", $"{port}");

        Assert.Equal(1, await tool.ExitCode());
        Assert.Contains($"cannot listen on port {port}", await tool.Errors, StringComparison.Ordinal);
        Assert.Null(await tool.ReadLine());
    }

    [Fact]
    public async Task The_options_about_what_an_app_must_survive_are_taken()
    {
        using var tool = new ToolProcess(
            "--port",
            "0",
            "--seed",
            "demo",
            "--listing-lag",
            "PT30M",
            "--omit-preview-totals",
            "--page-settlement",
            "clock:PT1H",
            "--keep-waiting-payments"
        );

        using var api = new ApiCaller(
            new SocketsHttpHandler(),
            new Uri(Ready().Match(await tool.ReadLine() ?? "").Groups["address"].Value)
        );
        Assert.Null(
            (
                await api.Post(
                    "checkouts/preview",
                    """{ "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }] }"""
                )
            ).Ok["total_price"]
        );
        var id = (await api.OneClick(more: """ "force_3ds": true """)).Ok.Text("payment_id")!;
        Assert.DoesNotContain(id, (await api.Get("payments")).Ids("payment_id"), StringComparer.Ordinal);
        await api.Post("_emulator/clock", """{ "advance": "PT30M" }""");
        Assert.Contains(
            id,
            (await api.Get("payments?status=requires_customer_action")).Ids("payment_id"),
            StringComparer.Ordinal
        );
        await tool.Signal("TERM");
    }

    [Theory]
    [InlineData("LC_ALL", "de_DE.UTF-8")]
    [InlineData("LC_ALL", "en_US.UTF-8")]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1")]
    public async Task A_tax_of_7_5_percent_is_7_5_percent_in_every_culture(string variable, string value)
    {
        using var tool = new ToolProcess(
            [new(variable, value)],
            "--port",
            "0",
            "--settlement",
            "immediate",
            "--tax-percent",
            "7.5"
        );

        using var api = new ApiCaller(
            new SocketsHttpHandler(),
            new Uri(Ready().Match(await tool.ReadLine() ?? await tool.Errors).Groups["address"].Value)
        );
        await api.OneClick();

        Assert.Equal(5268, (await api.Get("_emulator/charges")).Items[0].Number("amount"));
        await tool.Signal("TERM");
    }

    [Theory]
    [InlineData("--settlement", "soon")]
    [InlineData("--settlement", "clock:PT0S")]
    [InlineData("--page-settlement", "soon")]
    [InlineData("--listing-lag", "-PT1M")]
    [InlineData("--listing-lag", "late")]
    [InlineData("--port", "70000")]
    [InlineData("--port", "-1")]
    [InlineData("--port", "abc")]
    [InlineData("--id-seed", "abc")]
    [InlineData("--grace-period", "3")]
    [InlineData("--seed", "other")]
    [InlineData("--tax-percent", "-1")]
    [InlineData("--tax-percent", "1001")]
    [InlineData("--tax-percent", "7,5")]
    [InlineData("--tax-percent", "ten")]
    [InlineData("--webhook-url", "shop.example")]
    [InlineData("--webhook-secret", "not base64")]
    [InlineData("--allow-host", "http://shop.example")]
    public async Task An_option_that_makes_no_sense_is_told_in_one_line_and_ends_it_with_1(string option, string value)
    {
        using var tool = new ToolProcess(option, value);

        Assert.Equal(1, await tool.ExitCode());
        var line = Assert.Single(
            (await tool.Errors).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        );
        Assert.Contains(option, line, StringComparison.Ordinal);
        Assert.Null(await tool.ReadLine());
    }

    [GeneratedRegex(
        @"^dodo-emulator is ready: (?<address>http://127\.0\.0\.1:\d+/) seed=demo$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Ready();

    [GeneratedRegex(@"^webhooks are signed with (?<secret>whsec_\S+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secret();
}
