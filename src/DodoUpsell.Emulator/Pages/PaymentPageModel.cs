using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Pages;

/// <summary>The data of a payment page.</summary>
internal sealed record PaymentPageModel
{
    /// <summary>Gets the target of the form: the page's own path.</summary>
    public required string Action { get; init; }

    public required PricedCart Cart { get; init; }

    /// <summary>Gets the customer, or null if the page has to ask for the customer's details.</summary>
    public Customer? Customer { get; init; }

    /// <summary>Gets the details of a new customer that the shop has already provided.</summary>
    public CustomerReference.Details? Details { get; init; }

    /// <summary>Gets the billing country, or null if the buyer has to enter it.</summary>
    public string? Country { get; init; }

    public string? CancelUrl { get; init; }

    public IReadOnlyList<string>? AllowedTypes { get; init; }

    /// <summary>Gets the saved cards that the customer can choose from.</summary>
    public IReadOnlyList<PaymentMethod> SavedMethods { get; init; } = [];

    /// <summary>Gets whether the payment sets up another card for a subscription.</summary>
    public bool IsMethodUpdate { get; init; }

    /// <summary>Gets the country that is selected until the buyer selects another one.</summary>
    public string LikelyCountry => Cart.Currency is "INR" ? "IN" : CheckoutOpening.DefaultCountry;

    public bool AsksForCustomer => Customer is null;

    public bool AsksForCountry => Country is null;

    public bool OffersCard => Allows("credit") || Allows("debit");

    public bool OffersUpi =>
        Cart.Currency is "INR" && (Country is null or "IN") && (Allows("upi_collect") || Allows("upi_intent"));

    public static PaymentPageModel Of(CheckoutSession session, PricedCart cart, IEnumerable<PaymentMethod> savedMethods)
    {
        var allowed = session.Request.AllowedPaymentMethodTypes;
        return new()
        {
            SavedMethods =
            [
                .. savedMethods.Where(method => allowed?.Contains(method.Type, StringComparer.Ordinal) ?? true),
            ],
            Action = $"/session/{Uri.EscapeDataString(session.Id)}",
            Cart = cart,
            Customer = session.Customer,
            Details = session.Request.Customer as CustomerReference.Details,
            Country = session.Payment?.Billing.Country ?? session.Request.BillingAddress?.Country,
            CancelUrl = session.Request.CancelUrl,
            AllowedTypes = allowed,
        };
    }

    public static PaymentPageModel Of(Payment payment) =>
        new()
        {
            Action = $"/pay/{Uri.EscapeDataString(payment.Id)}",
            Cart = payment.Cart,
            Customer = payment.Customer,
            Country = payment.Billing.Country,
            IsMethodUpdate = payment.IsMethodUpdate,
        };

    private bool Allows(string type) => AllowedTypes is null || AllowedTypes.Contains(type, StringComparer.Ordinal);
}
