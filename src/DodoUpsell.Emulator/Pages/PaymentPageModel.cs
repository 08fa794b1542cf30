using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Pages;

/// <summary>What a page knows about a payment that is to be made on it.</summary>
internal sealed record PaymentPageModel
{
    /// <summary>Where the form goes: the page's own path.</summary>
    public required string Action { get; init; }

    public required PricedCart Cart { get; init; }

    /// <summary>Null for somebody who has to say who they are.</summary>
    public Customer? Customer { get; init; }

    /// <summary>What the shop already knows of somebody new.</summary>
    public CustomerReference.Details? Details { get; init; }

    /// <summary>Where the buyer is billed; null when the buyer has to say it.</summary>
    public string? Country { get; init; }

    public string? CancelUrl { get; init; }

    public IReadOnlyList<string>? AllowedTypes { get; init; }

    public bool AsksForCustomer => Customer is null;

    public bool AsksForCountry => Country is null;

    public bool OffersCard => Allows("credit") || Allows("debit");

    public bool OffersUpi =>
        Cart.Currency is "INR" && (Country is null or "IN") && (Allows("upi_collect") || Allows("upi_intent"));

    public static PaymentPageModel Of(CheckoutSession session, PricedCart cart) =>
        new()
        {
            Action = $"/session/{Uri.EscapeDataString(session.Id)}",
            Cart = cart,
            Customer = session.Customer,
            Details = session.Request.Customer as CustomerReference.Details,
            Country = session.Payment?.Billing.Country ?? session.Request.BillingAddress?.Country,
            CancelUrl = session.Request.CancelUrl,
            AllowedTypes = session.Request.AllowedPaymentMethodTypes,
        };

    public static PaymentPageModel Of(Payment payment) =>
        new()
        {
            Action = $"/pay/{Uri.EscapeDataString(payment.Id)}",
            Cart = payment.Cart,
            Customer = payment.Customer,
            Country = payment.Billing.Country,
        };

    private bool Allows(string type) => AllowedTypes is null || AllowedTypes.Contains(type, StringComparer.Ordinal);
}
