using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Pages;

/// <summary>
/// Pages are where the caller reaches the emulator, also those of objects that came from somewhere else.
/// </summary>
public sealed class PageOriginTests
{
    private const string NewCard = """{ "type": "new" }""";

    private readonly DodoEmulator _emulator = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Links_of_a_seeded_subscription_lead_to_the_server_that_was_asked()
    {
        await using var first = await _emulator.StartServerAsync(cancellationToken: Cancellation);
        await using var second = await _emulator.StartServerAsync(cancellationToken: Cancellation);
        using var api = new ApiCaller(new SocketsHttpHandler(), first.BaseAddress);
        using var local = new ApiCaller(_emulator);

        var update = (await api.Post("subscriptions/sub_demo_basic/update-payment-method", NewCard)).Ok;
        Assert.StartsWith(
            first.BaseAddress.AbsoluteUri + "pay/",
            update.Text("payment_link"),
            StringComparison.Ordinal
        );

        var elsewhere = (await local.Post("subscriptions/sub_demo_basic/update-payment-method", NewCard)).Ok;
        Assert.StartsWith(
            DodoEmulator.InProcessAddress.AbsoluteUri + "pay/",
            elsewhere.Text("payment_link"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_happens_by_the_clock_leads_to_the_server_that_runs()
    {
        var gone = await _emulator.StartServerAsync(cancellationToken: Cancellation);
        await gone.DisposeAsync();
        await using var server = await _emulator.StartServerAsync(cancellationToken: Cancellation);
        using var api = new ApiCaller(new SocketsHttpHandler(), server.BaseAddress);

        await api.Post("_emulator/clock", """{ "advance": "P40D" }""");

        var renewal = Assert
            .Single(
                (await api.Get("payments"))
                    .Items.Where(payment => payment.Text("subscription_id") is "sub_demo_basic")
                    .Take(1)
            )!
            .Text("payment_id")!;
        Assert.StartsWith(
            server.BaseAddress.AbsoluteUri,
            (await api.FinalPayment(renewal)).Text("invoice_url"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_renewal_without_a_server_stays_where_it_was()
    {
        using var api = new ApiCaller(_emulator);
        _emulator.Clock.Advance(TimeSpan.FromDays(40));

        var renewal = (await api.Get("payments")).Ids("payment_id")[0];

        Assert.StartsWith(
            DodoEmulator.InProcessAddress.AbsoluteUri,
            (await api.FinalPayment(renewal)).Text("invoice_url"),
            StringComparison.Ordinal
        );
    }
}
