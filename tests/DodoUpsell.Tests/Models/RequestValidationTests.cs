namespace DodoUpsell.Tests.Models;

/// <summary>What is refused before anything is sent, and by which property. One row per rule.</summary>
public sealed class RequestValidationTests
{
    private const string Blank = " ";
    private static readonly BillingAddress Germany = new() { Country = CountryCode.DE };
    private static readonly DateTimeOffset Noon = new(2026, 8, 11, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] TooManyCodes = [.. Enumerable.Range(1, 21).Select(number => $"CODE{number}")];
    private static readonly Metadata TooManyPairs = new(
        Enumerable.Range(1, 51).Select(number => KeyValuePair.Create<string, MetadataValue>($"k{number}", number))
    );

    private static readonly CheckoutItem Item = new() { ProductId = "pdt_1", Quantity = 1 };
    private static readonly CreateCheckoutSessionRequest Checkout = new() { ProductCart = [Item] };
    private static readonly CreateCheckoutSessionRequest OneClick = Checkout with
    {
        Customer = CustomerReference.Existing("cus_1"),
        PaymentMethodId = "pm_1",
        Confirm = true,
    };

    private static readonly CreatePaymentRequest Payment = new()
    {
        ProductCart = [new() { ProductId = "pdt_1", Quantity = 1 }],
        Customer = CustomerReference.Existing("cus_1"),
        Billing = Germany,
    };

    private static readonly CreateSubscriptionRequest Subscribe = new()
    {
        ProductId = "pdt_1",
        Quantity = 1,
        Customer = CustomerReference.Existing("cus_1"),
        Billing = Germany,
    };

    private static readonly ChangePlanRequest Change = new()
    {
        ProductId = "pdt_2",
        Quantity = 1,
        ProrationBillingMode = ProrationMode.DifferenceImmediately,
    };
    private static readonly CreateDiscountRequest Percentage = new() { Type = DiscountType.Percentage, Amount = 1500 };
    private static readonly CreateDiscountRequest Flat = new()
    {
        Type = DiscountType.Flat,
        Amount = 0,
        CurrencyOptions =
        [
            new()
            {
                Currency = Currency.USD,
                IsDefault = true,
                MaxAmountPossible = 500,
            },
        ],
    };
    private static readonly CreateWalletLedgerEntryRequest Wallet = new()
    {
        Currency = Currency.USD,
        Amount = 500,
        EntryType = WalletEntryType.Credit,
    };
    private static readonly CreateCustomerRequest Customer = new() { Email = "a@example.com", Name = "A" };
    private static readonly CreateRefundRequest Refund = new() { PaymentId = "pay_1" };
    private static readonly CreateWebhookEndpointRequest Endpoint = new() { Url = "https://example.com/hook" };
    private static readonly ChargeSubscriptionRequest Charge = new() { ProductPrice = 500 };

    private static readonly (string Rule, string Property, Action Validate)[] Refusals =
    [
        ("checkout: a missing cart", "ProductCart", (Checkout with { ProductCart = null! }).Validate),
        ("checkout: an empty cart", "ProductCart", (Checkout with { ProductCart = [] }).Validate),
        (
            "checkout: a blank collection",
            "ProductCollectionId",
            (Checkout with { ProductCollectionId = Blank }).Validate
        ),
        (
            "checkout: more than 20 products",
            "ProductCart",
            (Checkout with { ProductCart = [.. Enumerable.Repeat(Item, 21)] }).Validate
        ),
        (
            "checkout: more than 20 products beside a collection",
            "ProductCart",
            (Checkout with { ProductCart = [.. Enumerable.Repeat(Item, 21)], ProductCollectionId = "pdc_1" }).Validate
        ),
        (
            "checkout: a tax id that cannot be entered",
            "FeatureFlags.RequireTaxId",
            (
                Checkout with
                {
                    FeatureFlags = new() { RequireTaxId = true, AllowTaxId = false },
                }
            ).Validate
        ),
        (
            "checkout: confirmed without a required tax id",
            "TaxId",
            (
                Checkout with
                {
                    Confirm = true,
                    FeatureFlags = new() { RequireTaxId = true },
                }
            ).Validate
        ),
        ("checkout: a missing item", "ProductCart[1]", (Checkout with { ProductCart = [Item, null!] }).Validate),
        (
            "checkout: a blank product",
            "ProductCart[1].ProductId",
            (Checkout with { ProductCart = [Item, Item with { ProductId = "" }] }).Validate
        ),
        (
            "checkout: no quantity",
            "ProductCart[0].Quantity",
            (Checkout with { ProductCart = [Item with { Quantity = 0 }] }).Validate
        ),
        (
            "checkout: a negative amount",
            "ProductCart[0].Amount",
            (Checkout with { ProductCart = [Item with { Amount = -1 }] }).Validate
        ),
        (
            "checkout: an amount over 32 bits",
            "ProductCart[0].Amount",
            (Checkout with { ProductCart = [Item with { Amount = int.MaxValue + 1L }] }).Validate
        ),
        (
            "checkout: a blank add-on",
            "ProductCart[0].Addons[0].AddonId",
            WithAddons(new AddonQuantity { AddonId = Blank, Quantity = 1 }).Validate
        ),
        (
            "checkout: a negative quantity of an add-on",
            "ProductCart[0].Addons[0].Quantity",
            WithAddons(new AddonQuantity { AddonId = "adn_1", Quantity = -1 }).Validate
        ),
        (
            "checkout: an add-on twice",
            "ProductCart[0].Addons[1].AddonId",
            WithAddons(Addon("adn_1"), Addon("adn_1")).Validate
        ),
        (
            "checkout: blank credits",
            "ProductCart[0].CreditEntitlements[0].CreditEntitlementId",
            WithCredits("", "1").Validate
        ),
        (
            "checkout: no credits",
            "ProductCart[0].CreditEntitlements[0].CreditsAmount",
            WithCredits("cde_1", "0").Validate
        ),
        (
            "checkout: credits that are no number",
            "ProductCart[0].CreditEntitlements[0].CreditsAmount",
            WithCredits("cde_1", "1,5").Validate
        ),
        (
            "checkout: a blank customer",
            "Customer.CustomerId",
            (Checkout with { Customer = CustomerReference.Existing("") }).Validate
        ),
        (
            "checkout: a blank e-mail address",
            "Customer.Email",
            (Checkout with { Customer = CustomerReference.New(Blank) }).Validate
        ),
        (
            "checkout: an address without country",
            "BillingAddress.Country",
            (Checkout with { BillingAddress = new() { City = "Berlin" } }).Validate
        ),
        ("one click: a blank payment method", "PaymentMethodId", (OneClick with { PaymentMethodId = Blank }).Validate),
        ("one click: not confirmed", "PaymentMethodId", (OneClick with { Confirm = null }).Validate),
        ("one click: confirmed as false", "PaymentMethodId", (OneClick with { Confirm = false }).Validate),
        ("one click: no customer", "Customer", (OneClick with { Customer = null }).Validate),
        (
            "one click: a new customer",
            "Customer",
            (OneClick with { Customer = CustomerReference.New("a@example.com") }).Validate
        ),
        (
            "checkout: both kinds of discount codes",
            "DiscountCodes",
            (Checkout with { DiscountCode = "A", DiscountCodes = ["B"] }).Validate
        ),
        ("checkout: a blank code", "DiscountCode", (Checkout with { DiscountCode = "" }).Validate),
        (
            "checkout: a blank code in the list",
            "DiscountCodes[1]",
            (Checkout with { DiscountCodes = ["A", Blank] }).Validate
        ),
        (
            "checkout: a missing code in the list",
            "DiscountCodes[0]",
            (Checkout with { DiscountCodes = [null!] }).Validate
        ),
        ("checkout: more than 20 codes", "DiscountCodes", (Checkout with { DiscountCodes = TooManyCodes }).Validate),
        (
            "checkout: codes for a collection",
            "DiscountCodes",
            (Checkout with { ProductCart = [], ProductCollectionId = "pdc_1", DiscountCodes = ["A"] }).Validate
        ),
        (
            "checkout: a code for a collection",
            "DiscountCode",
            (Checkout with { ProductCart = [], ProductCollectionId = "pdc_1", DiscountCode = "A" }).Validate
        ),
        (
            "checkout: a negative trial",
            "SubscriptionData.TrialPeriodDays",
            (Checkout with { SubscriptionData = new() { TrialPeriodDays = -1 } }).Validate
        ),
        (
            "checkout: too long a trial",
            "SubscriptionData.TrialPeriodDays",
            (Checkout with { SubscriptionData = new() { TrialPeriodDays = 10_001 } }).Validate
        ),
        (
            "checkout: a negative on-demand price",
            "SubscriptionData.OnDemand.ProductPrice",
            (
                Checkout with
                {
                    SubscriptionData = new()
                    {
                        OnDemand = new() { MandateOnly = false, ProductPrice = -1 },
                    },
                }
            ).Validate
        ),
        ("checkout: too much metadata", "Metadata", (Checkout with { Metadata = TooManyPairs }).Validate),
        (
            "checkout: too long a metadata key",
            "Metadata",
            (Checkout with { Metadata = new() { [new string('k', 41)] = "v" } }).Validate
        ),
        (
            "checkout: a metadata key with a dot",
            "Metadata",
            (Checkout with { Metadata = new() { ["a.b"] = "v" } }).Validate
        ),
        ("checkout: an empty metadata key", "Metadata", (Checkout with { Metadata = new() { [""] = "v" } }).Validate),
        (
            "checkout: too long a metadata value",
            "Metadata['k']",
            (Checkout with { Metadata = new() { ["k"] = new string('v', 501) } }).Validate
        ),
        ("checkout: a relative return URL", "ReturnUrl", (Checkout with { ReturnUrl = "/thanks" }).Validate),
        ("checkout: a blank cancel URL", "CancelUrl", (Checkout with { CancelUrl = "" }).Validate),
        ("checkout: a blank tax id", "TaxId", (Checkout with { TaxId = "", BillingAddress = Germany }).Validate),
        ("checkout: a tax id without address", "TaxId", (Checkout with { TaxId = "DE1" }).Validate),
        (
            "checkout: a business without tax id",
            "CustomerBusinessName",
            (Checkout with { CustomerBusinessName = "A GmbH" }).Validate
        ),
        (
            "checkout: too long a business name",
            "CustomerBusinessName",
            (
                Checkout with
                {
                    TaxId = "DE1",
                    BillingAddress = Germany,
                    CustomerBusinessName = new string('a', 251),
                }
            ).Validate
        ),
        (
            "checkout: six custom fields",
            "CustomFields",
            (Checkout with { CustomFields = [.. Enumerable.Repeat(Field, 6)] }).Validate
        ),
        (
            "checkout: a field without key",
            "CustomFields[0].Key",
            (Checkout with { CustomFields = [Field with { Key = "" }] }).Validate
        ),
        (
            "checkout: a field without label",
            "CustomFields[0].Label",
            (Checkout with { CustomFields = [Field with { Label = "" }] }).Validate
        ),
        (
            "checkout: a field without type",
            "CustomFields[0].FieldType",
            (Checkout with { CustomFields = [Field with { FieldType = default }] }).Validate
        ),
        (
            "checkout: a drop-down without options",
            "CustomFields[0].Options",
            (Checkout with { CustomFields = [Field with { FieldType = CustomFieldType.Dropdown }] }).Validate
        ),
        (
            "checkout: a blank language",
            "Customization.ForceLanguage",
            (Checkout with { Customization = new() { ForceLanguage = "" } }).Validate
        ),
        (
            "checkout: a font over http",
            "Customization.ThemeConfig.FontPrimaryUrl",
            WithTheme(new() { FontPrimaryUrl = "http://x.test/f" }).Validate
        ),
        (
            "checkout: a second font over http",
            "Customization.ThemeConfig.FontSecondaryUrl",
            WithTheme(new() { FontSecondaryUrl = "x" }).Validate
        ),
        (
            "checkout: too long a button text",
            "Customization.ThemeConfig.PayButtonText",
            WithTheme(new() { PayButtonText = new string('a', 101) }).Validate
        ),
        (
            "checkout: a phone number that is not asked for",
            "FeatureFlags.RequirePhoneNumber",
            (
                Checkout with
                {
                    FeatureFlags = new() { RequirePhoneNumber = true, AllowPhoneNumberCollection = false },
                }
            ).Validate
        ),
        (
            "checkout: a negative mandate",
            "MandateMinAmountInrPaise",
            (Checkout with { MandateMinAmountInrPaise = -1 }).Validate
        ),
        ("payment: an empty cart", "ProductCart", (Payment with { ProductCart = [] }).Validate),
        ("payment: a missing cart", "ProductCart", (Payment with { ProductCart = null! }).Validate),
        (
            "payment: more than 100 items",
            "ProductCart",
            (Payment with { ProductCart = [.. Enumerable.Repeat(Payment.ProductCart[0], 101)] }).Validate
        ),
        (
            "payment: a blank product",
            "ProductCart[0].ProductId",
            (Payment with { ProductCart = [new() { ProductId = "", Quantity = 1 }] }).Validate
        ),
        (
            "payment: no quantity",
            "ProductCart[0].Quantity",
            (Payment with { ProductCart = [new() { ProductId = "pdt_1" }] }).Validate
        ),
        (
            "payment: a negative amount",
            "ProductCart[0].Amount",
            (
                Payment with
                {
                    ProductCart =
                    [
                        new()
                        {
                            ProductId = "pdt_1",
                            Quantity = 1,
                            Amount = -1,
                        },
                    ],
                }
            ).Validate
        ),
        ("payment: no customer", "Customer", (Payment with { Customer = null! }).Validate),
        ("payment: no address", "Billing", (Payment with { Billing = null! }).Validate),
        ("payment: no country", "Billing.Country", (Payment with { Billing = new() }).Validate),
        ("payment: a blank payment method", "PaymentMethodId", (Payment with { PaymentMethodId = "" }).Validate),
        (
            "payment: a saved method of a new customer",
            "Customer",
            (Payment with { PaymentMethodId = "pm_1", Customer = CustomerReference.New("a@example.com") }).Validate
        ),
        (
            "payment: both kinds of discount codes",
            "DiscountCodes",
            (Payment with { DiscountCode = "A", DiscountCodes = [] }).Validate
        ),
        (
            "payment: a business without tax id",
            "CustomerBusinessName",
            (Payment with { CustomerBusinessName = "A GmbH" }).Validate
        ),
        ("payment: a relative return URL", "ReturnUrl", (Payment with { ReturnUrl = "thanks" }).Validate),
        ("payment: too much metadata", "Metadata", (Payment with { Metadata = TooManyPairs }).Validate),
        ("subscription: a blank product", "ProductId", (Subscribe with { ProductId = "" }).Validate),
        ("subscription: no quantity", "Quantity", (Subscribe with { Quantity = 0 }).Validate),
        ("subscription: no customer", "Customer", (Subscribe with { Customer = null! }).Validate),
        ("subscription: no address", "Billing", (Subscribe with { Billing = null! }).Validate),
        (
            "subscription: an add-on twice",
            "Addons[1].AddonId",
            (Subscribe with { Addons = [Addon("adn_1"), Addon("adn_1")] }).Validate
        ),
        (
            "subscription: no quantity of a one-time product",
            "OneTimeProductCart[0].Quantity",
            (Subscribe with { OneTimeProductCart = [new() { ProductId = "pdt_1" }] }).Validate
        ),
        ("subscription: too long a trial", "TrialPeriodDays", (Subscribe with { TrialPeriodDays = 10_001 }).Validate),
        (
            "subscription: a saved method of a new customer",
            "Customer",
            (Subscribe with { PaymentMethodId = "pm_1", Customer = CustomerReference.New("a@example.com") }).Validate
        ),
        ("subscription: a blank payment method", "PaymentMethodId", (Subscribe with { PaymentMethodId = "" }).Validate),
        (
            "subscription: more than 20 codes",
            "DiscountCodes",
            (Subscribe with { DiscountCodes = TooManyCodes }).Validate
        ),
        (
            "subscription: a business without tax id",
            "CustomerBusinessName",
            (Subscribe with { CustomerBusinessName = "A GmbH" }).Validate
        ),
        (
            "subscription: a negative mandate",
            "MandateMinAmountInrPaise",
            (Subscribe with { MandateMinAmountInrPaise = -1 }).Validate
        ),
        ("on-demand: with add-ons", "Addons", (OnDemand with { Addons = [Addon("adn_1")] }).Validate),
        (
            "on-demand: with one-time products",
            "OneTimeProductCart",
            (OnDemand with { OneTimeProductCart = [new() { ProductId = "pdt_1", Quantity = 1 }] }).Validate
        ),
        ("on-demand: with discount codes", "DiscountCodes", (OnDemand with { DiscountCodes = ["A"] }).Validate),
        ("on-demand: with a discount code", "DiscountCode", (OnDemand with { DiscountCode = "A" }).Validate),
        (
            "on-demand: an amount over 32 bits",
            "OnDemand.ProductPrice",
            (
                Subscribe with
                {
                    OnDemand = new() { MandateOnly = true, ProductPrice = long.MaxValue },
                }
            ).Validate
        ),
        ("plan change: a blank product", "ProductId", (Change with { ProductId = "" }).Validate),
        ("plan change: no quantity", "Quantity", (Change with { Quantity = 0 }).Validate),
        ("plan change: no mode", "ProrationBillingMode", (Change with { ProrationBillingMode = default }).Validate),
        (
            "plan change: an add-on twice",
            "Addons[2].AddonId",
            (Change with { Addons = [Addon("adn_1"), Addon("adn_2"), Addon("adn_1")] }).Validate
        ),
        (
            "plan change: both kinds of discount codes",
            "DiscountCodes",
            (Change with { DiscountCode = "A", DiscountCodes = [] }).Validate
        ),
        (
            "plan change: scheduled in another mode",
            "ProrationBillingMode",
            (Change with { EffectiveAt = PlanChangeTiming.NextBillingDate }).Validate
        ),
        (
            "plan change: scheduled and paid on a page",
            "CollectViaPaymentLink",
            (
                Change with
                {
                    EffectiveAt = PlanChangeTiming.NextBillingDate,
                    ProrationBillingMode = ProrationMode.FullImmediately,
                    CollectViaPaymentLink = true,
                }
            ).Validate
        ),
        (
            "plan change: paid on a page, applied unpaid",
            "OnPaymentFailure",
            (Change with { CollectViaPaymentLink = true, OnPaymentFailure = PaymentFailurePolicy.ApplyChange }).Validate
        ),
        ("plan change: too much metadata", "Metadata", (Change with { Metadata = TooManyPairs }).Validate),
        ("charge: a negative price", "ProductPrice", (Charge with { ProductPrice = -1 }).Validate),
        ("charge: a price over 32 bits", "ProductPrice", (Charge with { ProductPrice = int.MaxValue + 1L }).Validate),
        ("charge: too much metadata", "Metadata", (Charge with { Metadata = TooManyPairs }).Validate),
        ("payment method: a blank id", "PaymentMethodId", PaymentMethodUpdate.Existing(Blank).Validate),
        ("payment method: a relative return URL", "ReturnUrl", PaymentMethodUpdate.New("/back").Validate),
        ("subscription update: nothing set", "request", new UpdateSubscriptionRequest().Validate),
        (
            "subscription update: pausing and more",
            "Status",
            new UpdateSubscriptionRequest { Status = SubscriptionStatus.Paused, TaxId = "DE1" }.Validate
        ),
        (
            "subscription update: resuming and more",
            "Status",
            new UpdateSubscriptionRequest { Status = SubscriptionStatus.Active, Metadata = Metadata.Empty }.Validate
        ),
        (
            "subscription update: pausing the old way and more",
            "Pause",
            new UpdateSubscriptionRequest { Pause = true, CancelAtNextBillingDate = false }.Validate
        ),
        (
            "subscription update: no term",
            "SubscriptionPeriodCount",
            new UpdateSubscriptionRequest { SubscriptionPeriodCount = 0 }.Validate
        ),
        (
            "subscription update: an address without country",
            "Billing.Country",
            new UpdateSubscriptionRequest { Billing = new BillingAddress() }.Validate
        ),
        (
            "subscription update: too long a business name",
            "CustomerBusinessName",
            new UpdateSubscriptionRequest { CustomerBusinessName = new string('a', 251) }.Validate
        ),
        (
            "subscription update: blank credits",
            "CreditEntitlementCart[0].CreditEntitlementId",
            new UpdateSubscriptionRequest { CreditEntitlementCart = new([new() { CreditEntitlementId = "" }]) }.Validate
        ),
        (
            "subscription update: credits that are no number",
            "CreditEntitlementCart[0].CreditsAmount",
            new UpdateSubscriptionRequest
            {
                CreditEntitlementCart = new([new() { CreditEntitlementId = "cde_1", CreditsAmount = "many" }]),
            }.Validate
        ),
        (
            "subscription update: a negative roll-over",
            "CreditEntitlementCart[0].MaxRolloverCount",
            new UpdateSubscriptionRequest
            {
                CreditEntitlementCart = new([new() { CreditEntitlementId = "cde_1", MaxRolloverCount = -1 }]),
            }.Validate
        ),
        (
            "subscription update: too much metadata",
            "Metadata",
            new UpdateSubscriptionRequest { Metadata = TooManyPairs }.Validate
        ),
        ("customer: a blank e-mail address", "Email", (Customer with { Email = Blank }).Validate),
        ("customer: a missing name", "Name", (Customer with { Name = null! }).Validate),
        ("customer: too much metadata", "Metadata", (Customer with { Metadata = TooManyPairs }).Validate),
        ("customer update: a blank e-mail address", "Email", new UpdateCustomerRequest { Email = "" }.Validate),
        (
            "customer update: too much metadata",
            "Metadata",
            new UpdateCustomerRequest { Metadata = TooManyPairs }.Validate
        ),
        ("portal: a relative return URL", "ReturnUrl", new CreatePortalSessionRequest { ReturnUrl = "back" }.Validate),
        ("wallet: no currency", "Currency", (Wallet with { Currency = default }).Validate),
        ("wallet: a negative amount", "Amount", (Wallet with { Amount = -1 }).Validate),
        ("wallet: no direction", "EntryType", (Wallet with { EntryType = default }).Validate),
        ("wallet: a blank key", "IdempotencyKey", (Wallet with { IdempotencyKey = "" }).Validate),
        ("discount: no type", "Type", (Percentage with { Type = default }).Validate),
        ("discount: nothing off", "Amount", (Percentage with { Amount = 0 }).Validate),
        ("discount: more than all off", "Amount", (Percentage with { Amount = 10_001 }).Validate),
        ("discount: a negative flat amount", "Amount", (Flat with { Amount = -1 }).Validate),
        ("discount: flat without amounts", "CurrencyOptions", (Flat with { CurrencyOptions = null }).Validate),
        (
            "discount: flat with an empty list of amounts",
            "CurrencyOptions",
            (Flat with { CurrencyOptions = [] }).Validate
        ),
        (
            "discount: an option without currency",
            "CurrencyOptions[0].Currency",
            (Flat with { CurrencyOptions = [new() { MaxAmountPossible = 1 }] }).Validate
        ),
        (
            "discount: an option with nothing off",
            "CurrencyOptions[0].MaxAmountPossible",
            (Flat with { CurrencyOptions = [new() { Currency = Currency.USD, MaxAmountPossible = 0 }] }).Validate
        ),
        (
            "discount: a negative minimum",
            "CurrencyOptions[0].MinimumSubtotal",
            (Flat with { CurrencyOptions = [new() { Currency = Currency.USD, MinimumSubtotal = -1 }] }).Validate
        ),
        (
            "discount: two defaults",
            "CurrencyOptions",
            (
                Flat with
                {
                    CurrencyOptions =
                    [
                        new() { Currency = Currency.USD, IsDefault = true },
                        new() { Currency = Currency.EUR, IsDefault = true },
                    ],
                }
            ).Validate
        ),
        ("discount: too short a code", "Code", (Percentage with { Code = "AB" }).Validate),
        ("discount: a blank product", "RestrictedTo[0]", (Percentage with { RestrictedTo = [""] }).Validate),
        ("discount: no use", "UsageLimit", (Percentage with { UsageLimit = 0 }).Validate),
        (
            "discount: more uses each than in all",
            "PerCustomerUsageLimit",
            (Percentage with { UsageLimit = 1, PerCustomerUsageLimit = 2 }).Validate
        ),
        (
            "discount: a negative number of cycles",
            "SubscriptionCycles",
            (Percentage with { SubscriptionCycles = -1 }).Validate
        ),
        (
            "discount: ends before it starts",
            "ExpiresAt",
            (Percentage with { StartsAt = Noon, ExpiresAt = Noon.AddHours(-1) }).Validate
        ),
        (
            "discount: ends when it starts",
            "ExpiresAt",
            (Percentage with { StartsAt = Noon, ExpiresAt = Noon }).Validate
        ),
        ("discount: too much metadata", "Metadata", (Percentage with { Metadata = TooManyPairs }).Validate),
        (
            "discount update: more than all off",
            "Amount",
            new UpdateDiscountRequest { Type = DiscountType.Percentage, Amount = 10_001 }.Validate
        ),
        (
            "discount update: nothing off",
            "Amount",
            new UpdateDiscountRequest { Type = DiscountType.Percentage, Amount = 0 }.Validate
        ),
        ("discount update: a negative amount", "Amount", new UpdateDiscountRequest { Amount = -1 }.Validate),
        ("discount update: too short a code", "Code", new UpdateDiscountRequest { Code = "AB" }.Validate),
        (
            "discount update: an option without currency",
            "CurrencyOptions[0].Currency",
            new UpdateDiscountRequest { CurrencyOptions = new([new()]) }.Validate
        ),
        (
            "discount update: a blank product",
            "RestrictedTo[0]",
            new UpdateDiscountRequest { RestrictedTo = new([""]) }.Validate
        ),
        ("discount update: no use", "UsageLimit", new UpdateDiscountRequest { UsageLimit = 0 }.Validate),
        (
            "discount update: more uses each than in all",
            "PerCustomerUsageLimit",
            new UpdateDiscountRequest { UsageLimit = 1, PerCustomerUsageLimit = 2 }.Validate
        ),
        (
            "discount update: a negative number of cycles",
            "SubscriptionCycles",
            new UpdateDiscountRequest { SubscriptionCycles = -1 }.Validate
        ),
        (
            "discount update: ends before it starts",
            "ExpiresAt",
            new UpdateDiscountRequest { StartsAt = Noon, ExpiresAt = Noon.AddHours(-1) }.Validate
        ),
        (
            "discount update: too much metadata",
            "Metadata",
            new UpdateDiscountRequest { Metadata = TooManyPairs }.Validate
        ),
        ("refund: a blank payment", "PaymentId", (Refund with { PaymentId = "" }).Validate),
        ("refund: no items", "Items", (Refund with { Items = [] }).Validate),
        ("refund: a blank item", "Items[0].ItemId", (Refund with { Items = [new() { ItemId = "" }] }).Validate),
        (
            "refund: a negative amount",
            "Items[0].Amount",
            (Refund with { Items = [new() { ItemId = "pdt_1", Amount = -1 }] }).Validate
        ),
        (
            "refund: an item twice",
            "Items[1].ItemId",
            (Refund with { Items = [new() { ItemId = "pdt_1" }, new() { ItemId = "pdt_1" }] }).Validate
        ),
        ("refund: too long a reason", "Reason", (Refund with { Reason = new string('a', 3001) }).Validate),
        ("refund: too much metadata", "Metadata", (Refund with { Metadata = TooManyPairs }).Validate),
        ("endpoint: no address", "Url", (Endpoint with { Url = "" }).Validate),
        ("endpoint: a relative address", "Url", (Endpoint with { Url = "/hook" }).Validate),
        (
            "endpoint: a blank header",
            "Headers",
            (Endpoint with { Headers = new Dictionary<string, string>(StringComparer.Ordinal) { [""] = "x" } }).Validate
        ),
        ("endpoint: a negative rate", "RateLimit", (Endpoint with { RateLimit = -1 }).Validate),
        (
            "endpoint: metadata that is no text",
            "Metadata['n']",
            (Endpoint with { Metadata = new() { ["n"] = 1 } }).Validate
        ),
        ("endpoint: a blank key", "IdempotencyKey", (Endpoint with { IdempotencyKey = "" }).Validate),
        ("endpoint update: a relative address", "Url", new UpdateWebhookEndpointRequest { Url = "hook" }.Validate),
        ("endpoint update: a negative rate", "RateLimit", new UpdateWebhookEndpointRequest { RateLimit = -1 }.Validate),
        (
            "endpoint update: metadata cleared with null",
            "Metadata",
            new UpdateWebhookEndpointRequest { Metadata = null }.Validate
        ),
        (
            "endpoint update: metadata that is no text",
            "Metadata['n']",
            new UpdateWebhookEndpointRequest { Metadata = new Metadata { ["n"] = true } }.Validate
        ),
        ("customers: a blank e-mail address", "Email", new ListCustomersRequest { Email = "" }.Validate),
        ("customers: a blank name", "Name", new ListCustomersRequest { Name = "" }.Validate),
        (
            "customers: a reversed period",
            "CreatedTo",
            new ListCustomersRequest { CreatedFrom = Noon, CreatedTo = Noon.AddDays(-1) }.Validate
        ),
        ("customers: no page", "PageSize", new ListCustomersRequest { PageSize = 0 }.Validate),
        ("customers: too large a page", "PageSize", new ListCustomersRequest { PageSize = 101 }.Validate),
        ("payments: a blank customer", "CustomerId", new ListPaymentsRequest { CustomerId = "" }.Validate),
        ("payments: a blank subscription", "SubscriptionId", new ListPaymentsRequest { SubscriptionId = "" }.Validate),
        ("payments: a blank product", "ProductId", new ListPaymentsRequest { ProductId = "" }.Validate),
        ("payments: a blank brand", "BrandId", new ListPaymentsRequest { BrandId = "" }.Validate),
        (
            "payments: a reversed period",
            "CreatedTo",
            new ListPaymentsRequest { CreatedFrom = Noon, CreatedTo = Noon.AddDays(-1) }.Validate
        ),
        ("payments: too large a page", "PageSize", new ListPaymentsRequest { PageSize = 101 }.Validate),
        ("subscriptions: a blank customer", "CustomerId", new ListSubscriptionsRequest { CustomerId = "" }.Validate),
        ("subscriptions: a blank product", "ProductId", new ListSubscriptionsRequest { ProductId = "" }.Validate),
        ("subscriptions: a blank brand", "BrandId", new ListSubscriptionsRequest { BrandId = "" }.Validate),
        (
            "subscriptions: a reversed period",
            "CreatedTo",
            new ListSubscriptionsRequest { CreatedFrom = Noon, CreatedTo = Noon.AddDays(-1) }.Validate
        ),
        ("subscriptions: too large a page", "PageSize", new ListSubscriptionsRequest { PageSize = 101 }.Validate),
        ("products: a blank brand", "BrandId", new ListProductsRequest { BrandId = "" }.Validate),
        ("products: too large a page", "PageSize", new ListProductsRequest { PageSize = 101 }.Validate),
        ("add-ons: too large a page", "PageSize", new ListAddonsRequest { PageSize = 101 }.Validate),
        ("discounts: a blank code", "Code", new ListDiscountsRequest { Code = "" }.Validate),
        ("discounts: a blank product", "ProductId", new ListDiscountsRequest { ProductId = "" }.Validate),
        ("discounts: too large a page", "PageSize", new ListDiscountsRequest { PageSize = 101 }.Validate),
        ("refunds: a blank customer", "CustomerId", new ListRefundsRequest { CustomerId = "" }.Validate),
        ("refunds: a blank subscription", "SubscriptionId", new ListRefundsRequest { SubscriptionId = "" }.Validate),
        (
            "refunds: a reversed period",
            "CreatedTo",
            new ListRefundsRequest { CreatedFrom = Noon, CreatedTo = Noon.AddDays(-1) }.Validate
        ),
        ("refunds: too large a page", "PageSize", new ListRefundsRequest { PageSize = 101 }.Validate),
        ("endpoints: too large a page", "PageSize", new ListWebhookEndpointsRequest { PageSize = 101 }.Validate),
        ("grants: too large a page", "PageSize", new ListEntitlementGrantsRequest { PageSize = 101 }.Validate),
        (
            "wallet entries: too large a page",
            "PageSize",
            new ListWalletLedgerEntriesRequest { PageSize = 101 }.Validate
        ),
        ("usage: a blank meter", "MeterId", new ListUsageHistoryRequest { MeterId = "" }.Validate),
        (
            "usage: a reversed period",
            "EndDate",
            new ListUsageHistoryRequest { StartDate = Noon, EndDate = Noon.AddDays(-1) }.Validate
        ),
        ("usage: too large a page", "PageSize", new ListUsageHistoryRequest { PageSize = 101 }.Validate),
    ];

    private static readonly (string Case, Action Validate)[] Acceptances =
    [
        ("a plain checkout", Checkout.Validate),
        ("a one-click checkout", OneClick.Validate),
        (
            "a one-click checkout for a customer given in a newer way",
            (OneClick with { Customer = new UnknownCustomerReference() }).Validate
        ),
        ("a collection without cart", (Checkout with { ProductCart = [], ProductCollectionId = "pdc_1" }).Validate),
        (
            "a collection with an empty list of codes",
            (Checkout with { ProductCart = [], ProductCollectionId = "pdc_1", DiscountCodes = [] }).Validate
        ),
        ("twenty codes", (Checkout with { DiscountCodes = TooManyCodes[..20] }).Validate),
        ("an add-on that is only offered", WithAddons(new AddonQuantity { AddonId = "adn_1", Quantity = 0 }).Validate),
        ("the highest amount", (Checkout with { ProductCart = [Item with { Amount = int.MaxValue }] }).Validate),
        (
            "a business name of 250 emojis",
            (
                Checkout with
                {
                    TaxId = "DE1",
                    BillingAddress = Germany,
                    CustomerBusinessName = string.Concat(Enumerable.Repeat("🦤", 250)),
                }
            ).Validate
        ),
        ("the address of an app", (Checkout with { ReturnUrl = "myapp://thanks" }).Validate),
        ("fractions of credits", WithCredits("cde_1", "0.5").Validate),
        ("20 products", (Checkout with { ProductCart = [.. Enumerable.Repeat(Item, 20)] }).Validate),
        ("a required tax id", (Checkout with { FeatureFlags = new() { RequireTaxId = true } }).Validate),
        (
            "a required name on the card",
            (Checkout with { FeatureFlags = new() { RequireCardholderName = true } }).Validate
        ),
        ("a required phone number", (Checkout with { FeatureFlags = new() { RequirePhoneNumber = true } }).Validate),
        (
            "a drop-down with options",
            (
                Checkout with
                {
                    CustomFields = [Field with { FieldType = CustomFieldType.Dropdown, Options = ["A"] }],
                }
            ).Validate
        ),
        (
            "the longest trial",
            (
                Checkout with
                {
                    SubscriptionData = new()
                    {
                        TrialPeriodDays = 10_000,
                        OnDemand = new() { MandateOnly = true },
                    },
                }
            ).Validate
        ),
        (
            "metadata at its limits",
            (
                Checkout with
                {
                    Metadata = new() { [new string('k', 40)] = new string('v', 500), ["A-z_0"] = 1.5 },
                }
            ).Validate
        ),
        ("a payment", Payment.Validate),
        ("a payment with a saved method", (Payment with { PaymentMethodId = "pm_1" }).Validate),
        (
            "a payment of a hundred items",
            (Payment with { ProductCart = [.. Enumerable.Repeat(Payment.ProductCart[0], 100)] }).Validate
        ),
        ("a subscription", Subscribe.Validate),
        ("an on-demand subscription", OnDemand.Validate),
        ("a plan change", Change.Validate),
        ("a plan change without add-ons and discounts", (Change with { Addons = [], DiscountCodes = [] }).Validate),
        (
            "a scheduled plan change",
            (
                Change with
                {
                    EffectiveAt = PlanChangeTiming.NextBillingDate,
                    ProrationBillingMode = ProrationMode.FullImmediately,
                    CancelScheduledChangePlan = true,
                }
            ).Validate
        ),
        (
            "a plan change paid on a page",
            (
                Change with
                {
                    CollectViaPaymentLink = true,
                    OnPaymentFailure = PaymentFailurePolicy.PreventChange,
                }
            ).Validate
        ),
        ("a plan change in an unknown mode", (Change with { ProrationBillingMode = new("newer_mode") }).Validate),
        ("a charge", Charge.Validate),
        ("a new payment method", PaymentMethodUpdate.New("https://example.com").Validate),
        ("an update of a newer kind", new UnknownPaymentMethodUpdate("wire").Validate),
        ("pausing", new UpdateSubscriptionRequest { Status = SubscriptionStatus.Paused }.Validate),
        ("pausing the old way", new UpdateSubscriptionRequest { Pause = true }.Validate),
        (
            "cancelling with feedback",
            new UpdateSubscriptionRequest
            {
                Status = SubscriptionStatus.Cancelled,
                CancellationFeedback = CancellationFeedback.Unused,
            }.Validate
        ),
        (
            "clearing the business name",
            new UpdateSubscriptionRequest
            {
                CustomerBusinessName = null,
                Billing = null,
                Metadata = null,
            }.Validate
        ),
        ("a customer", Customer.Validate),
        ("an empty customer update", new UpdateCustomerRequest().Validate),
        ("a portal session", new CreatePortalSessionRequest { ReturnUrl = "https://example.com" }.Validate),
        ("a wallet entry over 32 bits", (Wallet with { Amount = long.MaxValue }).Validate),
        ("a percentage", Percentage.Validate),
        (
            "all of it off",
            (
                Percentage with
                {
                    Amount = 10_000,
                    Code = "ALL",
                    UsageLimit = 2,
                    PerCustomerUsageLimit = 2,
                    StartsAt = Noon,
                    ExpiresAt = Noon.AddDays(1),
                }
            ).Validate
        ),
        ("a flat discount", Flat.Validate),
        (
            "a discount update",
            new UpdateDiscountRequest
            {
                StartsAt = null,
                PerCustomerUsageLimit = null,
                UsageLimit = null,
                Amount = 20_000,
            }.Validate
        ),
        ("a whole refund", Refund.Validate),
        (
            "a partial refund",
            (
                Refund with
                {
                    Items = [new() { ItemId = "pdt_1", Amount = 100 }],
                    Reason = new string('a', 3000),
                }
            ).Validate
        ),
        ("an endpoint", (Endpoint with { Metadata = new() { ["team"] = "billing" } }).Validate),
        (
            "an endpoint update",
            new UpdateWebhookEndpointRequest { Metadata = Metadata.Empty, Description = null }.Validate
        ),
        (
            "all customers",
            new ListCustomersRequest
            {
                CreatedFrom = Noon,
                CreatedTo = Noon,
                PageSize = 100,
            }.Validate
        ),
    ];

    public static TheoryData<string> Rules => [.. Refusals.Select(refusal => refusal.Rule)];

    public static TheoryData<string> Cases => [.. Acceptances.Select(acceptance => acceptance.Case)];

    private static CustomField Field =>
        new()
        {
            Key = "vat",
            Label = "VAT",
            FieldType = CustomFieldType.Text,
        };

    private static CreateSubscriptionRequest OnDemand =>
        Subscribe with
        {
            OnDemand = new() { MandateOnly = true },
            Addons = [],
            DiscountCodes = null,
        };

    [Theory]
    [MemberData(nameof(Rules))]
    public void Is_refused_by_the_property_that_is_wrong(string rule)
    {
        var (_, property, validate) = Refusals.Single(refusal =>
            string.Equals(refusal.Rule, rule, StringComparison.Ordinal)
        );
        var error = Assert.ThrowsAny<ArgumentException>(validate);
        Assert.Equal(property, error.ParamName);
        Assert.StartsWith(property, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_accepted(string @case) =>
        Acceptances.Single(acceptance => string.Equals(acceptance.Case, @case, StringComparison.Ordinal)).Validate();

    [Fact]
    public void Every_request_can_be_checked()
    {
        var requests = typeof(ApiObject)
            .Assembly.GetTypes()
            .Where(type => type.IsPublic && type.Name.EndsWith("Request", StringComparison.Ordinal));
        Assert.All(
            requests,
            type =>
                Assert.NotNull(
                    type.GetMethod(
                        "Validate",
                        System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic,
                        []
                    )
                )
        );
    }

    [Fact]
    public void Good_input_is_checked_without_allocating_paths()
    {
        OneClick.Validate();
        var before = GC.GetAllocatedBytesForCurrentThread();
        OneClick.Validate();
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 128);
    }

    private static AddonQuantity Addon(string id) => new() { AddonId = id, Quantity = 1 };

    private static CreateCheckoutSessionRequest WithAddons(params IReadOnlyList<AddonQuantity> addons) =>
        Checkout with
        {
            ProductCart = [Item with { Addons = addons }],
        };

    private static CreateCheckoutSessionRequest WithCredits(string id, string amount) =>
        Checkout with
        {
            ProductCart =
            [
                Item with
                {
                    CreditEntitlements = [new() { CreditEntitlementId = id, CreditsAmount = amount }],
                },
            ],
        };

    private static CreateCheckoutSessionRequest WithTheme(CheckoutTheme theme) =>
        Checkout with
        {
            Customization = new() { ThemeConfig = theme },
        };
}
