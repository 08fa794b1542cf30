using System.Globalization;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Tests.Support;

namespace DodoUpsell.Tests.PlanChanges.Defects;

/// <summary>
/// An outstanding amount is paid when this recovery's payment succeeded and the subscription has left hold, and not
/// when some other payment turns up.
/// </summary>
public sealed class RecoveryOfItsOwnTests
{
    private const string Update = "/subscriptions/{}/update-payment-method";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_payment_that_was_not_made_by_the_recovery_is_no_success_of_it(bool seemsNew)
    {
        var (emulator, node, older) = await OnHoldAfterARenewalAsync();
        node.Break(EmulatedFaultKind.DropBefore, Update);
        Assert.IsType<ChargeOutcome.Pending>(await node.PlanChanges.RecoverAsync(Recovery()));
        node.Wire.IsHidden = static _ => false;
        var sent = emulator.Clock.GetUtcNow();
        if (seemsNew)
        {
            node.Wire.OnPayment = payment =>
            {
                if (payment["payment_id"]!.GetValue<string>() == older)
                    payment["created_at"] = sent.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            };
        }

        await node.PassAsync(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(2));

        Assert.IsNotType<ChargeOutcome.Succeeded>(await node.PlanChanges.RecoverAsync(Recovery()));
        Assert.Equal(
            SubscriptionStatus.OnHold,
            (await node.Dodo.Subscriptions.GetAsync(DemoSeed.BasicSubscription)).Status
        );
    }

    [Fact]
    public async Task An_older_payment_that_is_listed_late_does_not_stand_for_the_one_that_paid()
    {
        var (emulator, node, older) = await OnHoldAfterARenewalAsync();
        var charges = emulator.Charges.Count;
        node.Break(EmulatedFaultKind.DropAfterCommit, Update);
        await node.PlanChanges.RecoverAsync(Recovery());
        node.Wire.IsHidden = static _ => false;
        await node.PassAsync(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(2));

        var outcome = Assert.IsType<ChargeOutcome.Succeeded>(await node.PlanChanges.RecoverAsync(Recovery()));

        Assert.Equal(charges + 1, emulator.Charges.Count);
        Assert.NotEqual(older, outcome.PaymentId);
        Assert.Equal(emulator.Charges[^1].PaymentId, outcome.PaymentId);
    }

    [Fact]
    public async Task A_recovery_with_a_new_method_sends_the_customer_to_the_page_that_the_answer_names()
    {
        var emulator = new DodoEmulator();
        var node = new Node(emulator);
        PutOnHold(emulator);
        string? url = null;
        node.Wire.OnAnswer[$"POST /subscriptions/{DemoSeed.BasicSubscription}/update-payment-method"] = (_, answer) =>
            url = answer["payment_link"]?.GetValue<string>();
        node.Wire.OnPayment = static payment =>
        {
            if (payment.ContainsKey("payment_link"))
                payment["payment_link"] = null;
        };
        var recovery = Recovery() with { PaymentMethod = PaymentMethodUpdate.New() };

        var outcome = await node.PlanChanges.RecoverAsync(recovery);

        Assert.NotNull(url);
        Assert.Equal(url, Assert.IsType<ChargeOutcome.ActionRequired>(outcome).Url);
        Assert.Equal(
            url,
            Assert.IsType<ChargeOutcome.ActionRequired>(await node.PlanChanges.RecoverAsync(recovery)).Url
        );
        await node.PayOnPageAsync(url);
        await node.PassAsync(TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(2));
        Assert.IsType<ChargeOutcome.Succeeded>(await node.PlanChanges.RecoverAsync(recovery));
        Assert.Single(emulator.Charges);
    }

    private static RecoverRequest Recovery() =>
        new()
        {
            Key = "recover-1",
            SubscriptionId = DemoSeed.BasicSubscription,
            PaymentMethod = PaymentMethodUpdate.Existing(DemoSeed.GoodCard),
        };

    private static void PutOnHold(DodoEmulator emulator) =>
        emulator.PutSubscription(
            DemoSeed.BasicSubscription,
            new JsonObject
            {
                ["customer_id"] = DemoSeed.CustomerWithCards,
                ["product_id"] = DemoSeed.BasicPlan,
                ["payment_method_id"] = DemoSeed.GoodCard,
                ["status"] = "on_hold",
            }
        );

    // A renewal a few minutes ago, and lists that show nothing yet.
    private static async Task<(DodoEmulator Emulator, Node Node, string Older)> OnHoldAfterARenewalAsync()
    {
        var emulator = new DodoEmulator();
        var node = new Node(emulator);
        emulator.Clock.Advance(TimeSpan.FromDays(20) + TimeSpan.FromMinutes(2));
        var older = Assert.Single(emulator.Charges).PaymentId;
        Assert.Equal(DemoSeed.BasicSubscription, (await node.Dodo.Payments.GetAsync(older)).SubscriptionId);
        PutOnHold(emulator);
        node.Wire.IsHidden = static _ => true;
        return (emulator, node, older);
    }
}
