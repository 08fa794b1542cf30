namespace DodoUpsell;

/// <summary>Represents a saved payment method that was not used, with the reason.</summary>
/// <param name="Method">The payment method.</param>
/// <param name="Reason">The first reason that was found.</param>
public sealed record RejectedPaymentMethod(SavedPaymentMethod Method, PaymentMethodRejection Reason);
