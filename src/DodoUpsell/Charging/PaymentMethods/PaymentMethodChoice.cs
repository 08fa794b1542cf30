namespace DodoUpsell;

/// <summary>Represents the saved payment method to charge, and the methods that were rejected.</summary>
public sealed record PaymentMethodChoice
{
    internal PaymentMethodChoice(
        SavedPaymentMethod? chosen,
        NoPaymentMethodReason? whyNone,
        IReadOnlyList<RejectedPaymentMethod> rejected
    )
    {
        Chosen = chosen;
        WhyNone = whyNone;
        Rejected = rejected;
    }

    /// <summary>
    /// Gets the payment method to charge, or null if there is none; <see cref="WhyNone"/> then contains the reason.
    /// </summary>
    public SavedPaymentMethod? Chosen { get; }

    /// <summary>Gets the reason why there is no payment method to charge, or null if there is one.</summary>
    public NoPaymentMethodReason? WhyNone { get; }

    /// <summary>
    /// Gets the payment methods that are not suitable, in the order of the list. Suitable methods that were not chosen
    /// are not included.
    /// </summary>
    public IReadOnlyList<RejectedPaymentMethod> Rejected { get; }
}
