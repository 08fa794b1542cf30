using System.Globalization;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Pages;

/// <summary>Creates a customer and a payment from the data entered on a page.</summary>
internal sealed class PagePayment(EmulatorState state, PaymentProcessor payments)
{
    /// <summary>Returns the saved cards that a session offers, the last used first.</summary>
    public IEnumerable<PaymentMethod> Saved(CheckoutSession session) =>
        session is { Customer: { } customer, Request.ShowsSavedMethods: true }
            ? state
                .Indexes.MethodsByCustomer.Of(customer.Id)
                .Where(method => method is { IsRemoved: false, IsSaved: true } && !method.IsExpired(state.Now))
                .OrderByDescending(method => method.LastUsedAt)
            : [];

    public Customer Buyer(CheckoutSession session, PaymentForm form)
    {
        if (session.Customer is { } known)
            return known;

        var phoneNumber = (session.Request.Customer as CustomerReference.Details)?.PhoneNumber;
        var details = new CustomerReference.Details(form.Email, form.Name, phoneNumber);
        return details.FindOrCreate(state, session.Request.AlwaysCreateNewCustomer);
    }

    public void Pay(Payment payment, PaymentForm form)
    {
        if (form.Saved is { } saved)
            payments.PayByCard(payment, saved);
        else if (form.Card is null)
            payments.PayByUpi(payment, form.UpiId);
        else
            payments.PayByCard(payment, Method(payment.Customer, form, form.Card));
    }

    // A card that the customer has already saved is not saved again.
    private PaymentMethod Method(Customer customer, PaymentForm form, TestCard card) =>
        state
            .Indexes.MethodsByCustomer.Of(customer.Id)
            .FirstOrDefault(method =>
                !method.IsRemoved
                && method.Card == card
                && int.Parse(method.ExpiryMonth, CultureInfo.InvariantCulture)
                    == int.Parse(form.ExpiryMonth, CultureInfo.InvariantCulture)
                && method.ExpiryYear.EndsWith(form.ExpiryYear, StringComparison.Ordinal)
            )
        ?? new PaymentMethod
        {
            Id = state.Ids.Next("pm"),
            Customer = customer,
            Card = card,
            ExpiryMonth = form.ExpiryMonth,
            ExpiryYear = form.ExpiryYear,
            CardHolderName = customer.Name,
            IsSaved = false,
        };
}
