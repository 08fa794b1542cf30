using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.PeerFaults;
using DodoUpsell.Webhooks;

namespace DodoUpsell.AspNetCore.Tests.Native;

/// <summary><c>tests/DodoUpsell.AspNetCore.AotApp</c>: all endpoints in an app that is published natively.</summary>
public sealed partial class NativeEndpointTests
{
    // As measured (docs/aspnetcore.md), and a quarter more.
    private const long LargestApp = 40_000_000;

    [Fact(Timeout = 30 * 60 * 1000)]
    public async Task A_native_app_builds_without_a_warning_of_ours_starts_and_answers()
    {
        var stop = TestContext.Current.CancellationToken;
        using var app = await NativeApp.PublishAsync(stop, "DodoUpsell.AspNetCore.AotApp");

        Assert.True(app.Publishing.ExitCode == 0, app.Publishing.Output);
        Assert.Empty(Warnings(app.Publishing.Output));
        Assert.InRange(app.Size, 1, LargestApp);

        var emulator = new DodoEmulator(new() { TimeSource = TimeProvider.System });
        await using var server = await emulator.StartServerAsync(cancellationToken: stop);
        using var process = Process.Start(
            new ProcessStartInfo(app.Executable, [server.BaseAddress.AbsoluteUri, EmulatedWebhook.DefaultSecret])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        try
        {
            var started = await process.StandardOutput.ReadLineAsync(stop);
            var address = new Uri((await process.StandardOutput.ReadLineAsync(stop))!);
            TestContext.Current.TestOutputHelper!.WriteLine($"{app.Size} bytes, {started}");
            await UseAsync(address, emulator);
        }
        finally
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync(stop);
        }

        Assert.Equal(0, process.ExitCode);
    }

    private static async Task UseAsync(Uri address, DodoEmulator emulator)
    {
        using var http = new HttpClient { BaseAddress = address };
        Assert.Equal(401, await StatusAsync(http.GetAsync("/upsell/offers/current")));
        http.DefaultRequestHeaders.Add("X-Test-User", DemoSeed.CustomerWithCards);
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");

        var offer = JsonNode.Parse(await http.GetStringAsync("/upsell/offers/current?placement=account"))!;
        var accepted = await PostAsync(
            http,
            $"/upsell/offers/{offer["id"]}/accept",
            new JsonObject { ["disclosureId"] = offer["disclosure"]!["id"]!.DeepClone() }
        );
        Assert.Equal("succeeded", accepted["status"]!.GetValue<string>());
        var payment = Assert.Single(emulator.Charges).PaymentId;
        await WithdrawAsync(http, payment);

        var quote = await PostAsync(
            http,
            $"/upsell/subscriptions/{DemoSeed.BasicSubscription}/quotes",
            new JsonObject { ["productId"] = DemoSeed.ProPlan }
        );
        var changed = await PostAsync(http, $"/upsell/quotes/{quote["id"]}/confirm", []);
        Assert.Equal("succeeded", changed["status"]!.GetValue<string>());

        var missing = await PostAsync(http, "/upsell/offers/ofr_unknown/decline", []);
        Assert.Equal("not_found", missing["code"]!.GetValue<string>());
        Assert.Equal("Healthy", await http.GetStringAsync("/health"));

        var body = """{"business_id":"bus_1","type":"dispute.opened","data":{} }"""u8.ToArray();
        var signed = new DodoWebhookSigner(EmulatedWebhook.DefaultSecret).Sign(
            "msg_1",
            TimeProvider.System.GetUtcNow(),
            body
        );
        Assert.Equal(200, await StatusAsync(DeliverAsync(http, signed, body)));
        Assert.Equal(401, await StatusAsync(DeliverAsync(http, signed with { Signature = "v1,AAAA" }, body)));
    }

    private static async Task WithdrawAsync(HttpClient http, string payment)
    {
        using var page = new HttpRequestMessage(HttpMethod.Get, $"/withdraw?contract={payment}");
        page.Headers.Accept.ParseAdd("text/html");
        using var form = await http.SendAsync(page);
        Assert.Contains("__RequestVerificationToken", await form.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var stated = await PostAsync(
            http,
            "/withdraw",
            new JsonObject
            {
                ["contractId"] = payment,
                ["name"] = "Ada",
                ["contact"] = "ada@example.com",
            }
        );
        var confirmed = await PostAsync(http, $"/withdraw/{stated["id"]}/confirm", []);
        Assert.Equal("confirmed", confirmed["state"]!.GetValue<string>());
    }

    private static async Task<JsonNode> PostAsync(HttpClient http, string path, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(path, content);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
    }

    private static async Task<HttpResponseMessage> DeliverAsync(HttpClient http, WebhookHeaders headers, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/dodo")
        {
            Content = new ByteArrayContent(body),
        };
        request.Headers.Add(WebhookHeaders.IdName, headers.Id);
        request.Headers.Add(WebhookHeaders.TimestampName, headers.Timestamp);
        request.Headers.Add(WebhookHeaders.SignatureName, headers.Signature);
        return await http.SendAsync(request);
    }

    private static async Task<int> StatusAsync(Task<HttpResponseMessage> call)
    {
        using var response = await call;
        return (int)response.StatusCode;
    }

    // The compiler of .NET 8 does not know the feature switch of newer System.Text.Json packages, so it warns of code of
    // ASP.NET Core itself that never runs in a native app.
    private static List<string> Warnings(string output) =>
        [
            .. output
                .Split('\n')
                .Where(line =>
                    Warning().IsMatch(line)
                    && !line.Contains("JsonOptions.CreateDefaultTypeResolver()", StringComparison.Ordinal)
                ),
        ];

    [GeneratedRegex(
        @"\bIL[23]\d{3}\b|\bwarning\b(?! as error)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Warning();
}
