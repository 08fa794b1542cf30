using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.PaymentMethods;

/// <summary>The rules for charging a saved method without the customer on a page.</summary>
internal static class SavedMethods
{
    public static PaymentMethod Require(
        EmulatorState state,
        string methodId,
        CustomerReference? customer,
        IReadOnlyList<string>? allowedTypes
    )
    {
        if (customer is not CustomerReference.Existing existing)
            throw ApiException.InvalidParameters(
                "`payment_method_id` needs an existing customer, given by `customer_id`"
            );

        var owner = state.Customers.Get(existing.CustomerId);
        // The same error for another customer's method and for one that does not exist, so that it does not reveal
        // whose an id is.
        if (!state.PaymentMethods.TryGet(methodId, out var method) || method.IsRemoved || method.Customer != owner)
            throw ApiException.Unprocessable(
                state.Options.ForeignPaymentMethodCode,
                $"payment method `{methodId}` does not belong to the customer"
            );

        return allowedTypes is null || allowedTypes.Contains(method.Type, StringComparer.Ordinal)
            ? method
            : throw ApiException.Unprocessable(
                ErrorCodes.NoEligiblePaymentMethods,
                $"the request does not allow `{method.Type}`"
            );
    }
}
