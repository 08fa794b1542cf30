namespace DodoUpsell.ContractTests.Calls;

/// <summary>Parts that several requests have in common.</summary>
internal static class Parts
{
    public const string ReturnUrl = "https://shop.lantern.example/thanks?from=upsell&lang=de";
    public const string TaxId = "DE811907980";
    public const string BusinessName = "Lantern Studio GmbH";

    /// <summary>Metadata with one value of every supported type.</summary>
    public static Metadata Metadata { get; } =
        new()
        {
            ["order_source"] = "spring-newsletter",
            ["seat_target"] = 12,
            ["affinity"] = 0.75,
            ["returning"] = true,
        };

    public static BillingAddress Berlin { get; } =
        new()
        {
            Street = "Torstrasse 112",
            City = "Berlin",
            State = "BE",
            Zipcode = "10119",
            Country = new("DE"),
        };

    public static BillingAddress OnlyGermany { get; } = new() { Country = new("DE") };

    public static CustomerReference Mara { get; } = CustomerReference.Existing(Known.Customer);

    public static CustomerReference Noor { get; } =
        new NewCustomer
        {
            Email = "noor.haddad@meadow.example",
            Name = "Noor Haddad",
            PhoneNumber = "+31205550134",
        };

    public static IReadOnlyList<PaymentMethodType> CardsAndApplePay { get; } =
    [PaymentMethodType.Credit, PaymentMethodType.Debit, PaymentMethodType.ApplePay];

    public static IReadOnlyList<string> BothCodes { get; } = [Known.Code, Known.OtherCode];

    public static IReadOnlyList<AddonQuantity> TwoAddons { get; } =
    [new() { AddonId = Known.Seat, Quantity = 3 }, new() { AddonId = Known.Backup, Quantity = 2 }];

    public static IReadOnlyList<PaymentItem> PricedCart { get; } =
    [
        new()
        {
            ProductId = Known.Handbook,
            Quantity = 3,
            Amount = 1750,
        },
        new()
        {
            ProductId = Known.ProPlan,
            Quantity = 2,
            Amount = 990,
        },
    ];

    public static IReadOnlyList<PaymentItem> PlainCart { get; } =
    [new() { ProductId = Known.Handbook, Quantity = 3 }, new() { ProductId = Known.ProPlan, Quantity = 2 }];
}
