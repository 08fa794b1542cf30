using System.Globalization;
using DodoUpsell;
using Spectre.Console;

namespace PostPurchaseUpsell;

/// <summary>How one upsell ended.</summary>
internal enum UpsellEnd
{
    Paid,
    CheckoutOffered,
    NotFinalYet,
}

/// <summary>Find the card, show the offer, charge once, read the payment until it is final, and fall back to a checkout page.</summary>
internal sealed class Upsell(IDodoClient dodo, TimeProvider clock, IAnsiConsole console)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");
    private static readonly TimeSpan BetweenReads = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<UpsellEnd> OfferAsync(string customerId, string productId, CancellationToken cancellationToken)
    {
        var product = await dodo.Products.GetAsync(productId, cancellationToken);
        var card = await FindCardAsync(customerId, cancellationToken);
        var cart = Cart(customerId, productId);

        // The catalogue's price is not what this customer pays; the preview has tax, currency and discounts.
        var price = await dodo.CheckoutSessions.PreviewAsync(cart, cancellationToken);
        console.MarkupLineInterpolated($"Offer: [bold]{product.Name}[/] for [bold]{price.TotalPriceMoney.ToString(English)}[/]");

        if (card is null)
        {
            console.MarkupLine("No usable card is saved.");
            return await OfferCheckoutAsync(cart, cancellationToken);
        }

        console.MarkupLineInterpolated($"Pay with [bold]{SavedCards.Label(card)}[/]: one click.");
        var payment = await ChargeOnceAsync(cart, card, cancellationToken);
        if (payment is null) return UpsellEnd.NotFinalYet;

        if (payment.Status == PaymentStatus.Succeeded)
        {
            console.MarkupLineInterpolated($"[green]Paid:[/] {payment.Total.ToString(English)}, payment [blue]{payment.PaymentId}[/]");
            return UpsellEnd.Paid;
        }

        // The code is for you; what customers read must not tell a thief why a stolen card failed.
        console.MarkupLineInterpolated($"[yellow]Declined[/] ({payment.ErrorCode}), payment [blue]{payment.PaymentId}[/]");
        return await OfferCheckoutAsync(cart, cancellationToken);
    }

    private async Task<SavedPaymentMethod?> FindCardAsync(string customerId, CancellationToken cancellationToken)
    {
        var methods = await dodo.Customers.ListPaymentMethodsAsync(customerId, cancellationToken);
        var (card, rejected) = SavedCards.Choose(methods.Items, clock.GetUtcNow());
        foreach (var (method, reason) in rejected) console.MarkupLineInterpolated($"[grey]Skipped {SavedCards.Label(method)}: {reason}[/]");
        return card;
    }

    /// <returns>The final payment; null when it is not final in time.</returns>
    private async Task<Payment?> ChargeOnceAsync(CreateCheckoutSessionRequest cart, SavedPaymentMethod card, CancellationToken cancellationToken)
    {
        try
        {
            var session = await dodo.CheckoutSessions.CreateAsync(cart with { Confirm = true, PaymentMethodId = card.PaymentMethodId }, cancellationToken);
            return await WaitUntilFinalAsync(session.PaymentId!, cancellationToken);
        }
        catch (DodoUnknownOutcomeException unknown)
        {
            // The charge may have happened. A second one, or a checkout page, could make the customer pay twice.
            console.MarkupLineInterpolated($"[yellow]Not known yet:[/] {unknown.Message}");
            return null;
        }
    }

    private async Task<Payment?> WaitUntilFinalAsync(string paymentId, CancellationToken cancellationToken)
    {
        for (var started = clock.GetTimestamp(); clock.GetElapsedTime(started) < Patience; await Task.Delay(BetweenReads, clock, cancellationToken))
        {
            var payment = await dodo.Payments.GetAsync(paymentId, cancellationToken);
            console.MarkupLineInterpolated($"[grey]Payment is {payment.Status?.Value ?? "unknown"}[/]");
            if (payment.Status == PaymentStatus.Succeeded || payment.Status == PaymentStatus.Failed || payment.Status == PaymentStatus.Cancelled) return payment;
        }

        // Processing, or waiting for the customer: a webhook will tell. A checkout page now could charge a second time.
        console.MarkupLineInterpolated($"[yellow]Not final yet:[/] payment [blue]{paymentId}[/]");
        return null;
    }

    private async Task<UpsellEnd> OfferCheckoutAsync(CreateCheckoutSessionRequest cart, CancellationToken cancellationToken)
    {
        var session = await dodo.CheckoutSessions.CreateAsync(cart with { ReturnUrl = "https://example.com/thanks" }, cancellationToken);
        console.MarkupLineInterpolated($"Checkout page instead: [link]{session.CheckoutUrl}[/]");
        return UpsellEnd.CheckoutOffered;
    }

    private static CreateCheckoutSessionRequest Cart(string customerId, string productId) => new()
    {
        ProductCart = [new() { ProductId = productId, Quantity = 1 }],
        Customer = CustomerReference.Existing(customerId),
        Metadata = new() { ["source"] = "post-purchase-upsell" },
    };
}
