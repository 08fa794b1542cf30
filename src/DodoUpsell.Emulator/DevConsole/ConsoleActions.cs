using System.Globalization;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Control;
using DodoUpsell.Emulator.Disputes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Faults;
using DodoUpsell.Emulator.Pages;
using DodoUpsell.Emulator.Subscriptions;
using DodoUpsell.Emulator.Webhooks;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>
/// Does what the forms ask for, by the same methods as the control API. Each method returns the page to show next.
/// </summary>
internal sealed class ConsoleActions(
    EmulatorState state,
    ControlActions control,
    DisputesControl disputes,
    WebhooksControl webhooks
)
{
    public string AdvanceClock(RouteCall call)
    {
        var form = call.Form();
        if (
            (form.Text("by") ?? $"{form.Text("amount")} {form.Text("unit")}").Split(' ') is not [var number, var unit]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count is < 1 or > 100_000
        )
            throw ApiException.InvalidParameters("Enter a whole number from 1 to 100000.");

        var now = state.Now;
        control.AdvanceClock(
            unit switch
            {
                "minutes" => TimeSpan.FromMinutes(count),
                "hours" => TimeSpan.FromHours(count),
                "days" => TimeSpan.FromDays(count),
                // 12,000 months already pass the year to which the clock can be advanced.
                "months" => now.AddMonths(Math.Min(count, 12_000)) - now,
                _ => throw ApiException.InvalidParameters("Select minutes, hours, days or months."),
            }
        );
        return ConsoleLayout.Home;
    }

    public string AddFault(RouteCall call)
    {
        var form = call.Form();
        var fault = new JsonObject { ["kind"] = form.Text("kind") };
        foreach (var name in new[] { "method", "path" })
            fault[name] = Filled(form, name);
        foreach (var name in new[] { "times", "status", "delay_ms" })
            fault[name] = Filled(form, name) is null ? null : form.Int32(name);

        state.Faults.Add(FaultInput.Read(JsonInput.Of(fault)));
        return ConsoleLayout.Home;
    }

    public string ClearFaults()
    {
        state.Faults.Clear();
        return ConsoleLayout.Home;
    }

    public string Reset(RouteCall call)
    {
        control.Reset(call.Form().Text("seed") is "empty" ? EmulatorSeed.Empty : EmulatorSeed.Demo);
        return ConsoleLayout.Home;
    }

    public string Refund(RouteCall call)
    {
        var id = call.Path("id");
        control.Refund(id, Amount(call, id));
        return ConsoleText.Path(PaymentPages.Section, id);
    }

    public string OpenDispute(RouteCall call)
    {
        var id = call.Path("id");
        disputes.Open(id, Amount(call, id), Filled(call.Form(), "reason"));
        return ConsoleText.Path(PaymentPages.Section, id);
    }

    public string MoveDispute(RouteCall call)
    {
        var status = call.Form().Choice("status", DisputeStatus.Later) ?? string.Empty;
        var dispute = disputes.Move(call.Path("id"), () => status);
        return ConsoleText.Path(PaymentPages.Section, dispute["payment_id"]!.GetValue<string>());
    }

    public string Renew(RouteCall call)
    {
        var id = call.Path("id");
        Subscription subscription;
        TimeSpan until;
        lock (state.Gate)
        {
            subscription = state.Subscriptions.Get(id);
            if (!subscription.IsActive)
                throw ApiException.InvalidParameters($"A subscription that is {subscription.Status} does not renew.");

            until = subscription.Cycle.Next - state.Now;
        }

        control.AdvanceClock(until);
        bool isOpen;
        lock (state.Gate)
            isOpen = subscription.HasOpenPayment;

        // A renewal whose payment still is processing would look as if nothing had happened.
        if (isOpen)
            control.AdvanceClock(state.Options.Settlement.Delay);

        return ConsoleText.Path(SubscriptionPages.Section, id);
    }

    public string SaveCard(RouteCall call)
    {
        var id = call.Path("id");
        var card = new JsonObject { ["test_card"] = call.Form().Text("test_card") };
        control.SavePaymentMethod(id, () => JsonInput.Of(card));
        return ConsoleText.Path(CustomerPages.Section, id);
    }

    public string AddWebhook(RouteCall call)
    {
        var form = call.Form();
        webhooks.Add(JsonInput.Of(new JsonObject { ["url"] = form.Text("url"), ["secret"] = Filled(form, "secret") }));
        return WebhookPages.Root;
    }

    public string Replay(RouteCall call)
    {
        var id = call.Path("id");
        webhooks.Replay(id);
        return ConsoleText.Path(WebhookPages.Section, id);
    }

    private int? Amount(RouteCall call, string paymentId)
    {
        if (Filled(call.Form(), "amount") is not { } text)
            return null;

        string currency;
        lock (state.Gate)
            currency = state.Payments.Get(paymentId).Cart.Currency;

        return MoneyText.Read(text, currency)
            ?? throw ApiException.InvalidParameters($"`{text}` is not an amount in {currency}.");
    }

    private static string? Filled(QueryInput form, string name) =>
        form.Text(name)?.Trim() is { Length: > 0 } text ? text : null;
}
