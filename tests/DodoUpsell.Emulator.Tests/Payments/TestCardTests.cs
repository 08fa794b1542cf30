using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests.Payments;

public sealed class TestCardTests : IDisposable
{
    private readonly DodoEmulator _emulator = new();
    private readonly ApiCaller _api;

    public TestCardTests() => _api = new ApiCaller(_emulator);

    public void Dispose() => _api.Dispose();

    [Theory]
    [InlineData(TestCards.Visa, null)]
    [InlineData(TestCards.Mastercard, null)]
    [InlineData(TestCards.VisaIndia, null)]
    [InlineData(TestCards.MastercardIndia, null)]
    [InlineData(TestCards.GenericDecline, "GENERIC_DECLINE")]
    [InlineData(TestCards.GenericDeclineVisaIndia, "GENERIC_DECLINE")]
    [InlineData(TestCards.GenericDeclineMastercardIndia, "GENERIC_DECLINE")]
    [InlineData(TestCards.InsufficientFunds, "INSUFFICIENT_FUNDS")]
    [InlineData(TestCards.AttachesThenFails, "GENERIC_DECLINE")]
    public async Task Each_test_card_does_what_the_documentation_says(string number, string? errorCode)
    {
        var card = _emulator.SaveCard(DemoSeed.CustomerWithoutCard, number);

        var session = (await _api.OneClick(DemoSeed.CustomerWithoutCard, card)).Ok;
        var payment = await _api.FinalPayment(session.Text("payment_id")!);

        Assert.Equal(errorCode is null ? "succeeded" : "failed", payment.Text("status"));
        Assert.Equal(errorCode, payment.Text("error_code"));
        Assert.Equal(number[^4..], payment.Text("card_last_four"));
        Assert.Equal(errorCode is null ? 1 : 0, _emulator.Charges.Count);
    }

    [Fact]
    public async Task A_three_d_secure_card_waits_for_the_customer_and_is_cancelled_after_fifteen_minutes()
    {
        var card = _emulator.SaveCard(DemoSeed.CustomerWithoutCard, TestCards.ThreeDSecure);
        var session = (await _api.OneClick(DemoSeed.CustomerWithoutCard, card)).Ok;
        var path = $"payments/{session.Text("payment_id")}";

        Assert.Null(session["checkout_url"]);
        for (var read = 0; read < 3; read++)
        {
            var waiting = (await _api.Get(path)).Ok;
            Assert.Equal("requires_customer_action", waiting.Text("status"));
            Assert.StartsWith("https://", waiting.Text("payment_link"), StringComparison.Ordinal);
        }

        _emulator.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Equal("cancelled", (await _api.Get(path)).Ok.Text("status"));
        Assert.Empty(_emulator.Charges);
    }

    [Fact]
    public async Task A_good_card_can_be_forced_into_three_d_secure()
    {
        var session = (await _api.OneClick(more: """ "force_3ds": true """)).Ok;

        Assert.Equal(
            "requires_customer_action",
            (await _api.Get($"payments/{session.Text("payment_id")}")).Ok.Text("status")
        );
    }

    [Theory]
    [InlineData("12", "25", true)]
    [InlineData("1", "2026", false)]
    [InlineData("01", "26", false)]
    public async Task A_card_is_good_through_the_last_day_of_its_month(string month, string year, bool expired)
    {
        var card = _emulator.SaveCard(DemoSeed.CustomerWithoutCard, TestCards.Visa, month, year);

        var session = (await _api.OneClick(DemoSeed.CustomerWithoutCard, card)).Ok;
        Assert.Equal(
            expired ? "EXPIRED_CARD" : null,
            (await _api.FinalPayment(session.Text("payment_id")!)).Text("error_code")
        );
    }
}
