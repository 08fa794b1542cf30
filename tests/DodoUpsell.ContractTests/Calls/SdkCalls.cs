namespace DodoUpsell.ContractTests.Calls;

/// <summary>The calls of all clients.</summary>
public static class SdkCalls
{
    /// <summary>All calls.</summary>
    public static IReadOnlyList<SdkCall> All { get; } =
    [
        .. CustomersCalls.All,
        .. CheckoutSessionsCalls.All,
        .. PaymentsCalls.All,
        .. SubscriptionsCalls.All,
        .. CatalogueCalls.All,
        .. DiscountsCalls.All,
        .. RefundsCalls.All,
        .. WebhookEndpointsCalls.All,
    ];

    /// <summary>Returns the call of an operation and case.</summary>
    public static SdkCall Get(string operation, string @case) =>
        All.First(call =>
            string.Equals(call.Operation, operation, StringComparison.Ordinal)
            && string.Equals(call.Case, @case, StringComparison.Ordinal)
        );

    /// <summary>Returns the call of an operation that sends and receives the most data.</summary>
    public static SdkCall First(string operation) =>
        All.First(call => string.Equals(call.Operation, operation, StringComparison.Ordinal));

    /// <summary>Waits for a result and returns it as an object.</summary>
    internal static async Task<object?> Untyped<T>(this Task<T> call) => await call;

    /// <summary>Waits for a call that has no result.</summary>
    internal static async Task<object?> Untyped(this Task call)
    {
        await call;
        return null;
    }

    /// <summary>Reads a list to its end.</summary>
    internal static async Task<object?> Untyped<T>(this AsyncPageable<T> list)
    {
        var items = new List<T>();
        await foreach (var item in list)
            items.Add(item);
        return items;
    }
}
