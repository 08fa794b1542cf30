namespace DodoUpsell.Charging;

/// <summary>
/// Chooses the saved payment method to charge: one that fits the purpose, the most recently used first.
/// </summary>
/// <remarks>
/// The methods must be those that the API lists for the customer: that is what proves whose they are.
/// </remarks>
internal static class PaymentMethodChooser
{
    // These are charged through a mandate or a stored credential. The others need the customer on a page each time, UPI
    // included: its mandates belong to one subscription.
    private static readonly PaymentMethodFamily[] ChargeableAlone =
    [
        PaymentMethodFamily.Card,
        PaymentMethodFamily.Wallet,
        PaymentMethodFamily.BankDebit,
    ];

    /// <param name="methods">The customer's methods; null when they could not be read, which is not the same as
    /// none.</param>
    /// <param name="purpose">What the method is charged for.</param>
    /// <param name="now">The time that decides what has expired.</param>
    /// <param name="requestedId">The one and only method that may be used; null for the best one.</param>
    public static PaymentMethodChoice Choose(
        IReadOnlyList<SavedPaymentMethod>? methods,
        PaymentMethodPurpose purpose,
        DateTimeOffset now,
        string? requestedId = null
    )
    {
        if (methods is null)
            return new(null, NoPaymentMethodReason.ListUnavailable, []);

        var rejected = new List<RejectedPaymentMethod>();
        var suitable = new List<SavedPaymentMethod>();
        foreach (var method in methods)
        {
            if (ReasonAgainst(method, purpose, now, requestedId) is { } reason)
                rejected.Add(new(method, reason));
            else
                suitable.Add(method);
        }

        var chosen = suitable
            .OrderBy(Doubt)
            .ThenBy(method => method.PaymentMethod == PaymentMethodFamily.Card ? 0 : 1)
            .ThenByDescending(method => method.LastUsedAt ?? DateTimeOffset.MinValue)
            .ThenBy(method => method.PaymentMethodId, StringComparer.Ordinal)
            .FirstOrDefault();
        return new(chosen, chosen is null ? WhyNone(methods, requestedId) : null, rejected);
    }

    private static PaymentMethodRejection? ReasonAgainst(
        SavedPaymentMethod method,
        PaymentMethodPurpose purpose,
        DateTimeOffset now,
        string? requestedId
    )
    {
        if (requestedId is not null && !IsRequested(method, requestedId))
            return PaymentMethodRejection.NotTheRequestedOne;
        if (method.Card is { } card && CardExpiry.IsOver(card, now))
            return PaymentMethodRejection.Expired;
        if (!ChargeableAlone.Contains(method.PaymentMethod))
            return PaymentMethodRejection.FamilyNotSuitable;
        if (purpose == PaymentMethodPurpose.Recurring && method.RecurringEnabled == false)
            return PaymentMethodRejection.NotARecurringMethod;
        return null;
    }

    // recurring_enabled is about charges while the customer is away. A subscription makes such charges, so "false" is
    // refused there. A one-click purchase is made with the customer waiting: "false" still serves, after the methods
    // that are known or not known to do without the customer, because a bank may ask for a step there. At worst it is
    // declined, and hosted checkout follows.
    private static int Doubt(SavedPaymentMethod method) =>
        method.RecurringEnabled switch
        {
            true => 0,
            null => 1,
            false => 2,
        };

    private static NoPaymentMethodReason WhyNone(IReadOnlyList<SavedPaymentMethod> methods, string? requestedId)
    {
        if (requestedId is not null)
        {
            return methods.Any(method => IsRequested(method, requestedId))
                ? NoPaymentMethodReason.RequestedNotSuitable
                : NoPaymentMethodReason.RequestedNotFound;
        }

        return methods.Count == 0 ? NoPaymentMethodReason.NoneSaved : NoPaymentMethodReason.NoneSuitable;
    }

    private static bool IsRequested(SavedPaymentMethod method, string? requestedId) =>
        string.Equals(method.PaymentMethodId, requestedId, StringComparison.Ordinal);
}
