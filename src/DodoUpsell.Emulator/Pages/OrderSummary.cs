using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Products;

namespace DodoUpsell.Emulator.Pages;

/// <summary>Shows what is bought, what is due now, and what will be due later.</summary>
internal static class OrderSummary
{
    public static Html Of(PaymentPageModel model)
    {
        var cart = model.Cart;
        return Html.Of(
            $"""
            <section class="order" aria-labelledby="order">
            <h1 id="order">{Heading(model)}</h1>
            <p class="total">{MoneyText.Of(cart.Total, cart.Currency)}</p>
            <table>
            <caption class="hidden">Your order</caption>
            <thead class="hidden"><tr><th scope="col">Product</th><th scope="col">Amount</th></tr></thead>
            <tbody>{Html.Join(cart.Lines.Select(line => Line(line, cart.Currency)))}</tbody>
            <tfoot>
            {Sum("Subtotal", cart.DueNow.Subtotal, cart.Currency)}
            {(cart.DueNow.Discount == 0 ? Html.Empty : Sum(Discount(cart), -cart.DueNow.Discount, cart.Currency))}
            {(cart.DueNow.Tax == 0 ? Html.Empty : Sum("Tax", cart.DueNow.Tax, cart.Currency))}
            {Sum("Total due today", cart.Total, cart.Currency)}
            </tfoot>
            </table>
            {Later(cart)}
            </section>
            """
        );
    }

    private static string Heading(PaymentPageModel model) =>
        model switch
        {
            { IsMethodUpdate: true, Cart.Total: 0 } => "New card for your subscription",
            { Cart.Subscriptions: [var plan, ..] } => $"Subscribe to {plan.Product.Name ?? plan.Product.Id}",
            _ => "Pay Demo shop",
        };

    private static string Discount(PricedCart cart) =>
        cart.Discounts.Count == 0
            ? "Discount"
            : $"Discount ({string.Join(", ", cart.Discounts.Select(discount => discount.Terms.Code))})";

    private static Html Line(PricedLine line, string currency)
    {
        // The add-ons have amounts of their own only if the line is a full cycle.
        var isWhole = line.Due is null && line.TrialDays == 0;
        var amount = isWhole ? line.Own.Subtotal : line.DueNow.Subtotal;
        return Html.Of(
            $"""
            <tr><th scope="row">{line.Product.Name ?? line.Product.Id}{Details(line, currency)}</th><td class="amount">{MoneyText.Of(
                amount,
                currency
            )}</td></tr>
            {Html.Join(line.Addons.Select(addon => Addon(addon, isWhole, currency)))}
            """
        );
    }

    private static Html Addon(PricedAddon addon, bool isWhole, string currency) =>
        Html.Of(
            $"""
            <tr class="addon"><th scope="row">{addon.Addon.Name}{Times(addon.Quantity)}</th><td class="amount">{(
                isWhole ? MoneyText.Of(addon.Amount.Subtotal, currency) : "included"
            )}</td></tr>
            """
        );

    private static string Times(int quantity) => quantity == 1 ? string.Empty : $" × {quantity}";

    private static Html Details(PricedLine line, string currency)
    {
        string?[] parts =
        [
            line.Quantity == 1 ? null : $"{line.Quantity} × {MoneyText.Of(line.UnitAmount, currency)}",
            line.Product.Price is SubscriptionPrice price ? Sentence(Every(price.Frequency)) : null,
            line.TrialDays == 0 ? null
            : line.DueNow.Total == 0 ? $"{line.TrialDays} days free"
            : $"{line.TrialDays}-day trial",
        ];
        var text = string.Join(" · ", parts.Where(part => part is not null));
        return text.Length == 0 ? Html.Empty : Html.Of($"<small>{text}</small>");
    }

    private static Html Sum(string label, long amount, string currency) =>
        Html.Of($"""<tr><th scope="row">{label}</th><td class="amount">{MoneyText.Of(amount, currency)}</td></tr>""");

    private static Html Later(PricedCart cart)
    {
        if (cart.Recurring is not { } recurring)
            return Html.Empty;

        BillingInterval[] intervals =
        [
            .. cart.Subscriptions.Select(line => ((SubscriptionPrice)line.Product.Price).Frequency).Distinct(),
        ];
        var amount = MoneyText.Of(recurring.Total, cart.Currency);
        var trial = cart.Subscriptions.Max(line => line.TrialDays);
        var text = (intervals, trial) switch
        {
            ([var one], 0) => $"Then {amount} {Every(one)}, until you cancel.",
            ([var one], _) => $"After {trial} days, {amount} {Every(one)}, until you cancel.",
            _ => $"Renews at {amount} in total, until you cancel.",
        };
        return Html.Of($"""<p class="later muted small">{text}</p>""");
    }

    /// <summary>Returns an interval in words, for example <c>every 3 months</c>.</summary>
    public static string Every(BillingInterval interval)
    {
        var unit = interval.Unit switch
        {
            BillingInterval.Day => "day",
            BillingInterval.Week => "week",
            BillingInterval.Month => "month",
            _ => "year",
        };
        return interval.Count == 1 ? $"every {unit}" : $"every {interval.Count} {unit}s";
    }

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
