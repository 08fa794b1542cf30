namespace DodoUpsell.Charging;

/// <summary>
/// Chooses the saved payment method to charge: one that is suitable for the purpose, preferring the most recently used.
/// </summary>
/// <remarks>
/// Pass only methods that the API lists for the customer, because the list proves that they belong to the customer.
/// </remarks>
internal static class PaymentMethodChooser
{
    // These are charged through a mandate or a stored credential. All others, including UPI, require the customer on a
    // page each time: a UPI mandate belongs to one subscription.
    private static readonly PaymentMethodFamily[] ChargeableAlone =
    [
        PaymentMethodFamily.Card,
        PaymentMethodFamily.Wallet,
        PaymentMethodFamily.BankDebit,
    ];

    /// <param name="methods">The customer's payment methods, or null if they could not be read. Null does not mean that
    /// there are none.</param>
    /// <param name="purpose">The purpose of the charge.</param>
    /// <param name="now">The current time, used to determine which cards have expired.</param>
    /// <param name="requestedId">The id of the only method that may be used, or null to choose the best one.</param>
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

    // recurring_enabled describes charges while the customer is absent. Subscriptions make such charges, so "false" is
    // rejected for them. A one-click purchase is made while the customer is present, so "false" is acceptable, but such
    // methods rank after those with "true" or no value, because the bank may require a step from the customer. At worst
    // the charge is declined and the hosted checkout page follows.
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
