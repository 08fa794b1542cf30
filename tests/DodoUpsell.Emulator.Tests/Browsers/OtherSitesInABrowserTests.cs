using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Browsers;

/// <summary>
/// What pages of other sites can do to an emulator through the browser of the person who runs it: nothing.
/// </summary>
public sealed class OtherSitesInABrowserTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    [InlineData("elsewhere.test")]
    public async Task A_page_of_another_origin_reads_and_changes_nothing(string host)
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = await Site.StartAsync();
        var emulator = WithWebhook();
        await using var server = await emulator.StartServerAsync(cancellationToken: Cancellation);
        var session = await Checkout(server);
        var before = emulator.GetState().ToJsonString();
        await chromium.Open($"http://{host}:{site.Port}/");

        var read = await chromium.Run(
            $$"""
            const emulator = '{{server.BaseAddress}}';
            const pay = new URLSearchParams({
                email: 'a@b.example', name: 'A', country: 'US', card_number: '4242424242424242', card_expiry: '06/32', card_cvc: '123',
            });
            const requests = [
                ['_emulator/state', {}],
                ['_emulator', {}],
                ['_emulator/reset', { method: 'POST', body: '{"seed":"empty"}' }],
                ['_emulator/webhooks', { method: 'POST', body: '{"url":"https://elsewhere.test/"}' }],
                ['_emulator/customers/cus_x', { method: 'PUT', body: '{}' }],
                ['_emulator/faults', { method: 'DELETE' }],
                ['_emulator/console/clock', { method: 'POST', body: new URLSearchParams({ by: '1 days' }) }],
                ['_emulator/console/reset', { method: 'POST', body: new URLSearchParams({ seed: 'empty' }) }],
                ['session/{{session}}', { method: 'POST', body: pay }],
                ['webhooks', { headers: { Authorization: 'Bearer any' } }],
            ];
            const answers = [];
            for (const mode of ['cors', 'no-cors'])
                for (const [path, init] of requests)
                    try { answers.push(await (await fetch(emulator + path, { ...init, mode })).text()); } catch { }
            return answers.join('');
            """
        );

        Assert.Equal("", read!.GetValue<string>());
        Assert.Equal(before, emulator.GetState().ToJsonString());
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused_and_says_why()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = await Site.StartAsync();
        var emulator = WithWebhook();
        await using var server = await emulator.StartServerAsync(cancellationToken: Cancellation);
        var before = emulator.GetState().ToJsonString();
        await chromium.Open($"http://elsewhere.test:{site.Port}/");

        await chromium.Follow(
            $$"""
            document.body.innerHTML =
                `<form method="post" enctype="text/plain" action="{{server.BaseAddress}}_emulator/reset">
                    <input name='{"seed":"empty","x":"' value='"}'>
                </form>`;
            document.forms[0].submit();
            """
        );

        Assert.Contains("a page of another site sent this request", await chromium.Text(), StringComparison.Ordinal);
        Assert.Equal(before, emulator.GetState().ToJsonString());
    }

    [Fact]
    public async Task A_name_that_was_pointed_at_this_machine_gets_no_answer()
    {
        await using var chromium = await Chromium.StartAsync();
        var emulator = WithWebhook();
        await using var server = await emulator.StartServerAsync(cancellationToken: Cancellation);
        var before = emulator.GetState().ToJsonString();
        // To the browser, the emulator now is a page of evil.test, and may read and send as it likes.
        await chromium.Open($"http://evil.test:{server.BaseAddress.Port}/_emulator/clock");

        var statuses = await chromium.Run(
            """
            const key = { Authorization: 'Bearer any' };
            const answers = await Promise.all([
                fetch('/_emulator/state'),
                fetch('/_emulator/reset', { method: 'POST', body: '{"seed":"empty"}' }),
                fetch('/_emulator/webhooks', { method: 'POST', body: '{"url":"https://evil.test/"}' }),
                fetch('/webhooks', { headers: key }),
                fetch('/customers', { method: 'POST', headers: key, body: '{"email":"a@b.example","name":"A"}' }),
            ]);
            return answers.map(answer => answer.status).join();
            """
        );

        Assert.Equal("403,403,403,403,403", statuses!.GetValue<string>());
        Assert.Contains("evil.test", await chromium.Text(), StringComparison.Ordinal);
        Assert.Equal(before, emulator.GetState().ToJsonString());
    }

    [Fact]
    public async Task A_link_leads_to_the_console()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var site = await Site.StartAsync();
        await using var server = await new DodoEmulator().StartServerAsync(cancellationToken: Cancellation);
        await chromium.Open($"http://elsewhere.test:{site.Port}/");

        await chromium.Follow($"location.href = '{server.BaseAddress}_emulator';");

        Assert.Contains("Timeline", await chromium.Text(), StringComparison.Ordinal);
        await chromium.Follow("document.querySelector('nav a[href$=state]').click();");
        Assert.Contains("cus_demo_ada", await chromium.Text(), StringComparison.Ordinal);
    }

    private static DodoEmulator WithWebhook() =>
        new(
            new DodoEmulatorOptions
            {
                Webhook = new EmulatedWebhook(new Uri("http://127.0.0.1:9/"))
                {
                    Secret = "whsec_" + Convert.ToBase64String(new byte[24]),
                },
            }
        );

    private static async Task<string> Checkout(DodoEmulatorServer server)
    {
        using var api = new ApiCaller(new SocketsHttpHandler(), server.BaseAddress);
        return (
            await api.Post("checkouts", """{ "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }] }""")
        ).Ok.Text("session_id")!;
    }
}
