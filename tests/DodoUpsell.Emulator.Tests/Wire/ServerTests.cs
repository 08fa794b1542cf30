using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Wire;

public sealed class ServerTests
{
    [Fact]
    public async Task A_server_and_a_handler_share_one_world()
    {
        var emulator = new DodoEmulator();
        await using var server = await emulator.StartServerAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        using var remote = new ApiCaller(new SocketsHttpHandler(), server.BaseAddress);
        using var local = new ApiCaller(emulator);

        Assert.Equal("127.0.0.1", server.BaseAddress.Host);
        var session = (await remote.OneClick()).Ok;
        Assert.Equal("processing", (await remote.Get($"payments/{session.Text("payment_id")}")).Ok.Text("status"));
        var payment = (await local.Get($"payments/{session.Text("payment_id")}")).Ok;
        Assert.Equal("succeeded", payment.Text("status"));
        Assert.StartsWith(server.BaseAddress.AbsoluteUri, payment.Text("invoice_url"), StringComparison.Ordinal);
        var hosted = (
            await remote.Post(
                "checkouts",
                """{ "product_cart": [{ "product_id": "pdt_demo_course", "quantity": 1 }] }"""
            )
        ).Ok;
        Assert.StartsWith(server.BaseAddress.AbsoluteUri, hosted.Text("checkout_url"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_an_error_and_a_disposed_server_frees_it()
    {
        var emulator = new DodoEmulator();
        var first = await emulator.StartServerAsync(cancellationToken: TestContext.Current.CancellationToken);
        var port = first.BaseAddress.Port;

        await Assert.ThrowsAnyAsync<IOException>(() =>
            emulator.StartServerAsync(port, TestContext.Current.CancellationToken)
        );
        await first.DisposeAsync();
        await first.DisposeAsync();
        await using var second = await emulator.StartServerAsync(port, TestContext.Current.CancellationToken);
        Assert.Equal(port, second.BaseAddress.Port);
    }

    [Fact]
    public async Task A_server_answers_errors_empty_bodies_and_escaped_ids_as_the_handler_does()
    {
        var emulator = new DodoEmulator();
        emulator.PutCustomer("a/b");
        await using var server = await emulator.StartServerAsync(
            cancellationToken: TestContext.Current.CancellationToken
        );
        using var api = new ApiCaller(new SocketsHttpHandler(), server.BaseAddress);

        Assert.Equal("a/b", (await api.Get("customers/a%2Fb")).Ok.Text("customer_id"));
        (await api.Post("checkouts", "{")).IsError(422, "INVALID_REQUEST_BODY");
        Assert.Equal(204, (int)(await api.Delete("customers/cus_demo_ada/payment-methods/pm_demo_expired")).Status);
        api.Http.DefaultRequestHeaders.Authorization = null;
        (await api.Get("payments")).IsError(401, "UNAUTHORIZED");
        Assert.Equal("2026-01-15T09:00:00Z", (await api.Get("_emulator/clock")).Ok.Text("now"));
    }
}
