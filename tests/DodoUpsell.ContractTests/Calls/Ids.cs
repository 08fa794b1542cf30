namespace DodoUpsell.ContractTests.Calls;

/// <summary>The ids in the path of a call. The defaults are those of <see cref="Calls.Known"/>.</summary>
public sealed record Ids
{
    public string Customer { get; init; } = Known.Customer;

    public string PaymentMethod { get; init; } = Known.OldPaymentMethod;

    public string Product { get; init; } = Known.ProPlan;

    public string Addon { get; init; } = Known.Seat;

    public string Discount { get; init; } = Known.Discount;

    public string Code { get; init; } = Known.Code;

    public string Session { get; init; } = Known.Session;

    public string Payment { get; init; } = Known.Payment;

    public string Subscription { get; init; } = Known.Subscription;

    public string Refund { get; init; } = Known.Refund;

    public string Webhook { get; init; } = Known.Webhook;

    /// <summary>Returns ids that all have the given text.</summary>
    public static Ids All(string text) =>
        new()
        {
            Customer = text,
            PaymentMethod = text,
            Product = text,
            Addon = text,
            Discount = text,
            Code = text,
            Session = text,
            Payment = text,
            Subscription = text,
            Refund = text,
            Webhook = text,
        };
}
