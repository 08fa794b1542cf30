namespace DodoUpsell;

/// <summary>A saved payment method that was not used, and why.</summary>
/// <param name="Method">The method.</param>
/// <param name="Reason">The first reason that spoke against it.</param>
public sealed record RejectedPaymentMethod(SavedPaymentMethod Method, PaymentMethodRejection Reason);
