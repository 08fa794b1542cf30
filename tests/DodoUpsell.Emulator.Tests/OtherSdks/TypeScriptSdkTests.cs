namespace DodoUpsell.Emulator.Tests.OtherSdks;

/// <summary>Any SDK can be pointed at the emulator; the official TypeScript SDK is, faults of its own included.</summary>
public sealed class TypeScriptSdkTests
{
    [Fact]
    public async Task It_lists_methods_charges_in_one_click_changes_a_plan_and_reads_without_an_error()
    {
        var emulator = new DodoEmulator();
        await using var server = await emulator.StartServerAsync(cancellationToken: TestContext.Current.CancellationToken);

        var steps = await TypeScriptSdk.RunAsync(server.BaseAddress, "tour");

        Assert.Equal(["methods", "checkout", "session", "payment", "preview", "change", "subscription", "payments", "endpoints"], steps.Keys);
        Assert.Contains(steps["methods"]!["items"]!.AsArray(), method => method!["payment_method_id"]!.GetValue<string>() == DemoSeed.GoodCard);
        Assert.Null(steps["checkout"]!["checkout_url"]);
        Assert.Equal(steps["checkout"]!["payment_id"]!.GetValue<string>(), steps["session"]!["payment_id"]!.GetValue<string>());
        Assert.Equal(1900, steps["payment"]!["total_amount"]!.GetValue<int>());
        Assert.Equal(5000, steps["preview"]!["immediate_charge"]!["summary"]!["total_amount"]!.GetValue<int>());
        Assert.Contains(steps["payments"]!.AsArray(), id => id!.GetValue<string>() == steps["checkout"]!["payment_id"]!.GetValue<string>());
    }

    [Fact]
    public async Task It_cancels_a_scheduled_change()
    {
        var emulator = new DodoEmulator();
        await using var server = await emulator.StartServerAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = server.BaseAddress };
        http.DefaultRequestHeaders.Authorization = new("Bearer", "any");
        using var scheduled = await http.PostAsync(
            $"/subscriptions/{DemoSeed.BasicSubscription}/change-plan",
            new StringContent($$"""{"product_id":"{{DemoSeed.ProPlan}}","quantity":1,"proration_billing_mode":"full_immediately","effective_at":"next_billing_date"}""", System.Text.Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken);
        Assert.True(scheduled.IsSuccessStatusCode);

        var steps = await TypeScriptSdk.RunAsync(server.BaseAddress, "cancel");

        Assert.Equal(["cancelled"], steps.Keys);
    }

    [Fact]
    public async Task Its_automatic_retry_charges_again_when_the_answer_is_lost_after_the_charge()
    {
        var emulator = new DodoEmulator(new DodoEmulatorOptions { Settlement = PaymentSettlement.Immediate });
        await using var server = await emulator.StartServerAsync(cancellationToken: TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = server.BaseAddress };
        using var fault = await http.PostAsync(
            "/_emulator/faults",
            new StringContent("""{"method":"POST","path":"/checkouts","kind":"drop_after_commit","times":1}""", System.Text.Encoding.UTF8, "application/json"),
            TestContext.Current.CancellationToken);
        Assert.True(fault.IsSuccessStatusCode);

        await TypeScriptSdk.RunAsync(server.BaseAddress, "charge");

        Assert.InRange(emulator.Charges.Count, 2, 3);
    }
}
