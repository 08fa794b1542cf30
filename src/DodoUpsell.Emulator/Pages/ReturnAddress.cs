using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.Pages;

/// <summary>The URL to which a customer returns after a payment, with the parameters that the API appends.</summary>
internal static class ReturnAddress
{
    /// <summary>Returns null if the payment has no URL that a browser can open.</summary>
    public static string? Of(Payment payment)
    {
        if (PageAddress.Read(payment.ReturnUrl) is not { } address)
            return null;

        var own = payment.SubscriptionId is { } subscriptionId
            ? $"subscription_id={Escape(subscriptionId)}&status={(payment.Status is IntentStatus.Succeeded ? "active" : payment.Status)}"
            : $"payment_id={Escape(payment.Id)}&status={payment.Status}";
        var parameters = $"{own}&email={Escape(payment.Customer.Email)}";
        var query = address.Query is { Length: > 1 } given ? $"{given}&{parameters}" : $"?{parameters}";
        return address.GetLeftPart(UriPartial.Path) + query + address.Fragment;
    }

    private static string Escape(string text) => Uri.EscapeDataString(text);
}
