using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Checkout;

/// <summary>An opened checkout. It charges at most once. Its URL is valid until the session expires.</summary>
internal sealed class CheckoutSession
{
    private const string PublishableKey = "pk_test_emulator";

    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required CheckoutRequest Request { get; init; }

    /// <summary>Gets or sets the customer: known from the start, or once there is a payment.</summary>
    public Customer? Customer { get; set; }

    public Payment? Payment { get; set; }

    /// <summary>Gets the URL of the hosted page, or null for a one-click checkout.</summary>
    public string? Url { get; init; }

    public JsonObject ToStatusJson()
    {
        var details = Request.Customer as CustomerReference.Details;
        var customer = Payment?.Customer ?? Customer;
        return new JsonObject
        {
            ["id"] = Id,
            ["created_at"] = WireTime.Write(CreatedAt),
            ["customer_email"] = customer?.Email ?? details?.Email,
            ["customer_name"] = customer?.Name ?? details?.Name,
            ["payment_id"] = Payment?.Id,
            ["payment_status"] = Payment?.Status,
        };
    }

    public JsonObject ToCreatedJson() =>
        new()
        {
            ["session_id"] = Id,
            ["checkout_url"] = Url,
            ["payment_id"] = Payment?.Id,
            ["client_secret"] = Payment?.ClientSecret,
            ["publishable_key"] = Payment is null ? null : PublishableKey,
        };
}
