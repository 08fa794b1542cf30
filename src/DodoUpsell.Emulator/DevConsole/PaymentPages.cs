using DodoUpsell.Emulator.Disputes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Pages;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Refunds;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>The payments, and one payment with what can be done with it.</summary>
internal sealed class PaymentPages(EmulatorState state)
{
    public const string Section = "payments";
    private const string Root = $"{ConsoleLayout.Root}/{Section}";

    private static readonly (string Status, string Label)[] Moves =
    [
        (DisputeStatus.Won, "Win"),
        (DisputeStatus.Lost, "Lose"),
        (DisputeStatus.Challenged, "Challenge"),
        (DisputeStatus.Accepted, "Accept"),
    ];

    private readonly ActivityList _activities = new(state);

    public WireResponse List(ConsoleNotice? notice)
    {
        var rows = state.Payments.NewestFirst().Take(ActivityList.MaximumRows).Select(Row).ToList();
        return ConsoleLayout.Page(
            state,
            Root,
            "Payments",
            Html.Of(
                $"""
                <section class="card" id="payments" data-live>{ConsoleText.Table(
                    "Payments",
                    ["Payment", "Amount", "Status", "Customer", "Product", "Time"],
                    rows,
                    "No payment yet."
                )}</section>
                """
            ),
            notice
        );
    }

    public WireResponse Show(string id, ConsoleNotice? notice)
    {
        var payment = state.Payments.Get(id);
        return ConsoleLayout.Page(
            state,
            Root,
            $"Payment of {ConsoleText.Amount(payment)}",
            Html.Of(
                $"""
                <section class="card" id="payment" data-live><dl class="facts">
                {ConsoleText.Fact("Status", ConsoleText.Status(payment.Status))}
                {ConsoleText.Fact("Decline", payment.ErrorCode)}
                {ConsoleText.Fact("Payment", Html.Of($"<code>{payment.Id}</code>"))}
                {ConsoleText.Fact("Customer", Html.Of($"{ConsoleText.Link("customers", payment.Customer.Id)} {payment.Customer.Name}"))}
                {ConsoleText.Fact("Products", Products(payment))}
                {ConsoleText.Fact("Card", payment.Method is { } method ? CustomerPages.Card(method) : payment.UpiId)}
                {Html.Join(payment.SubscriptionIds.Select(subscription => ConsoleText.Fact("Subscription", ConsoleText.Link("subscriptions", subscription))))}
                {ConsoleText.Fact("Created", ConsoleText.Time(payment.CreatedAt))}
                {ConsoleText.Fact("Refunded", Refunded(payment))}
                {(
                    payment is { Link: { } link, IsFinal: false }
                        ? ConsoleText.Fact("Waits for", Html.Of($"""the customer on <a href="{link}">this page</a>"""))
                        : Html.Empty
                )}
                </dl></section>
                {(payment.Status is IntentStatus.Succeeded ? Actions(payment) : Html.Empty)}
                {_activities.About(Section, payment.Id)}
                {ConsoleText.Block("json", "As the API returns it", BodyText.Of(PaymentJson.Full(payment)))}
                """
            ),
            notice
        );
    }

    private static Html Row(Payment payment) =>
        ConsoleText.Row(
            ConsoleText.Link(Section, payment.Id),
            ConsoleText.Amount(payment),
            ConsoleText.Status(payment.Status),
            payment.Customer.Name,
            Products(payment),
            ConsoleText.ShortTime(payment.CreatedAt)
        );

    private static string Products(Payment payment) =>
        string.Join(", ", payment.Cart.Lines.Select(line => line.Product.Name ?? line.Product.Id));

    private static string? Refunded(Payment payment)
    {
        var amount = payment
            .Refunds.Where(refund => refund.Status is RefundStatus.Succeeded)
            .Sum(refund => (long)refund.Amount);
        return amount == 0 ? null : MoneyText.Of(amount, payment.Cart.Currency);
    }

    private static Html Actions(Payment payment)
    {
        var currency = payment.Cart.Currency;
        var left = RefundableItem.Of(payment).Sum(item => (long)item.Remaining);
        return Html.Of(
            $"""
            <div class="columns">
            <section class="card" aria-labelledby="refund-heading"><h2 id="refund-heading">Refund</h2>
            {(left == 0 ? Html.Of($"""<p class="muted">Nothing is left to refund.</p>""") : Refund(payment, left))}
            </section>
            <section class="card" aria-labelledby="dispute-heading"><h2 id="dispute-heading">Disputes</h2>
            {Html.Join(payment.Disputes.Select(Dispute))}
            <form method="post" action="{Root}/{Uri.EscapeDataString(payment.Id)}/dispute">
            {Amount("dispute-amount", payment.Cart.Total, currency)}
            <div class="field">
            <label for="dispute-reason">Reason</label>
            <input id="dispute-reason" name="reason" placeholder="None" autocomplete="off">
            </div>
            <button type="submit" class="second">Open a dispute</button>
            </form></section>
            </div>
            """
        );
    }

    private static Html Refund(Payment payment, long left)
    {
        var action = $"{Root}/{Uri.EscapeDataString(payment.Id)}/refund";
        return Html.Of(
            $"""
            {ConsoleText.Button(action, $"Refund {MoneyText.Of(left, payment.Cart.Currency)}", Html.Empty)}
            <form method="post" action="{action}">
            {Amount("refund-amount", left, payment.Cart.Currency)}
            <button type="submit" class="second">Refund a part</button>
            </form>
            """
        );
    }

    private static Html Amount(string id, long most, string currency) =>
        Html.Of(
            $"""
            <div class="field"><label for="{id}">Amount in {currency}</label>
            <input id="{id}" name="amount" inputmode="decimal" autocomplete="off" placeholder="{MoneyText.Plain(
                most,
                currency
            )}">
            </div>
            """
        );

    private static Html Dispute(Dispute dispute)
    {
        var moves = Moves
            .Where(move => DisputeStatus.CanFollow(dispute.Status, move.Status))
            .Select(move =>
                Html.Of(
                    $"""<button type="submit" name="status" value="{move.Status}" class="second">{move.Label}</button>"""
                )
            );
        return Html.Of(
            $"""
            <p>{MoneyText.Of(dispute.Amount, dispute.Payment.Cart.Currency)} {ConsoleText.Status(
                dispute.Status
            )} <code>{dispute.Id}</code>{(dispute.Reason is { } reason ? Html.Of($"<br>{reason}") : Html.Empty)}</p>
            <form method="post" action="{ConsoleText.Path("disputes", dispute.Id)}" class="buttons">{Html.Join(
                moves
            )}</form>
            """
        );
    }
}
