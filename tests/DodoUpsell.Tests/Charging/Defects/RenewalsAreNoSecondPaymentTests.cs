using System.Globalization;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.Charging.Defects;

/// <summary>
/// Renewals carry the metadata of their purchase. They are no second payment of its key, of however many subscriptions
/// it was; a real second payment is one.
/// </summary>
public sealed class RenewalsAreNoSecondPaymentTests
{
    [Fact]
    public async Task Renewals_of_a_purchase_of_one_subscription_raise_no_alarm()
    {
        await using var app = new HookedApp();
        var first = await BuyAsync(app, payment => Names(payment, "sub_1", ["sub_1"], isMulti: false));

        await RenewAsync(app, first, "sub_1", ["sub_1"], months: 1);
        await RenewAsync(app, first, "sub_1", ["sub_1"], months: 2);

        Assert.Equal(0, app.Alarms);
        await AssertStandsAsync(app, first);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Renewals_of_a_purchase_of_several_subscriptions_raise_no_alarm(bool isPurchaseTold)
    {
        await using var app = new HookedApp();
        var first = await BuyAsync(app, payment => Names(payment, null, ["sub_1", "sub_2"], isMulti: true));
        if (isPurchaseTold)
            await app.TellAsync(first);

        await RenewAsync(app, first, "sub_1", ["sub_1"], months: 1);
        await RenewAsync(app, first, "sub_2", ["sub_2"], months: 1);
        await RenewAsync(app, first, "sub_2", ["sub_2"], months: 2);

        Assert.Equal(0, app.Alarms);
        await AssertStandsAsync(app, first);
    }

    [Fact]
    public async Task Renewals_by_answers_that_name_one_subscription_at_most_raise_no_alarm()
    {
        await using var app = new HookedApp();
        var first = await BuyAsync(app, payment => Names(payment, "sub_1", ids: null, isMulti: null));

        await RenewAsync(app, first, "sub_1", ids: null, months: 1);
        await RenewAsync(app, first, "sub_2", ids: null, months: 1);

        Assert.Equal(0, app.Alarms);
        await AssertStandsAsync(app, first);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(null, false)]
    [InlineData("sub_other", true)]
    [InlineData("sub_other", false)]
    public async Task A_second_purchase_under_the_key_raises_the_alarm(string? subscriptionId, bool areAllNamed)
    {
        await using var app = new HookedApp();
        var first = await BuyAsync(
            app,
            payment =>
                Names(
                    payment,
                    areAllNamed ? null : "sub_1",
                    areAllNamed ? ["sub_1", "sub_2"] : null,
                    areAllNamed ? true : null
                )
        );

        app.Emulator.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = Of(app, first, "pay_second");
        Names(
            second,
            subscriptionId,
            areAllNamed
                ? subscriptionId is null
                    ? []
                    : [subscriptionId]
                : null,
            areAllNamed ? false : null
        );
        if (subscriptionId is null)
            second["product_cart"] = new JsonArray(
                new JsonObject { ["product_id"] = DemoSeed.Ebook, ["quantity"] = 1 }
            );
        await app.TellAsync(second);

        Assert.Equal(1, app.Alarms);
        await AssertStandsAsync(app, first);
    }

    private static UpsellRequest Plan() =>
        Shop.Ebook() with
        {
            Items = [new() { ProductId = DemoSeed.BasicPlan, Quantity = 1 }],
        };

    /// <returns>The first payment as the API shows it.</returns>
    private static async Task<JsonObject> BuyAsync(HookedApp app, Action<JsonObject> named)
    {
        app.Wire.OnPayment = named;
        var paid = Assert.IsType<ChargeOutcome.Succeeded>(await app.Upsells.ChargeAsync(Plan()));
        var payment = await app.Wire.RawPaymentAsync(paid.PaymentId!);
        named(payment);
        return payment;
    }

    private static async Task RenewAsync(
        HookedApp app,
        JsonObject first,
        string subscriptionId,
        string[]? ids,
        int months
    )
    {
        app.Emulator.Clock.Advance(TimeSpan.FromDays(31));
        var renewal = Of(app, first, $"pay_{subscriptionId}_{months}");
        Names(renewal, subscriptionId, ids, ids is null ? null : false);
        await app.TellAsync(renewal);
    }

    private static JsonObject Of(HookedApp app, JsonObject first, string paymentId)
    {
        var payment = first.DeepClone().AsObject();
        payment["payment_id"] = paymentId;
        payment["checkout_session_id"] = null;
        var now = app
            .Emulator.Clock.GetUtcNow()
            .ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        (payment["created_at"], payment["updated_at"]) = (now, now);
        app.Wire.FurtherPayments[paymentId] = payment;
        return payment;
    }

    private static void Names(JsonObject payment, string? subscriptionId, string[]? ids, bool? isMulti)
    {
        payment["subscription_id"] = subscriptionId;
        payment["product_cart"] = null;
        payment.Remove("subscription_ids");
        payment.Remove("is_multi_subscription");
        if (ids is null)
            return;
        payment["subscription_ids"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]);
        payment["is_multi_subscription"] = isMulti;
    }

    private static async Task AssertStandsAsync(HookedApp app, JsonObject first) =>
        Assert.Equal(
            first["payment_id"]!.GetValue<string>(),
            Assert.IsType<ChargeOutcome.Succeeded>(await app.Upsells.ChargeAsync(Plan())).PaymentId
        );
}
