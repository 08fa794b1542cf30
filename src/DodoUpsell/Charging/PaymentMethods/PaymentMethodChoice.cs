namespace DodoUpsell;

/// <summary>Which saved payment method is charged, and what spoke against the others.</summary>
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

    /// <summary>Gets the method to charge; null when there is none, and then <see cref="WhyNone"/> says why.</summary>
    public SavedPaymentMethod? Chosen { get; }

    /// <summary>Gets why there is none to charge; null when there is one.</summary>
    public NoPaymentMethodReason? WhyNone { get; }

    /// <summary>
    /// Gets the methods that do not fit, in the order of the list. Those that fit but came second are not among them.
    /// </summary>
    public IReadOnlyList<RejectedPaymentMethod> Rejected { get; }
}
