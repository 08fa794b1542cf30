namespace DodoUpsell.ContractTests.Calls;

/// <summary>The calls of <see cref="ICheckoutSessionsClient"/>.</summary>
internal static class CheckoutSessionsCalls
{
    public static IEnumerable<SdkCall> All =>
        [
            // Only a confirmed session charges the customer.
            new("CheckoutSessions.CreateAsync", "full", (dodo, _) => dodo.CheckoutSessions.CreateAsync(Full).Untyped())
            {
                IsCharge = true,
            },
            new(
                "CheckoutSessions.CreateAsync",
                "new-customer",
                (dodo, _) => dodo.CheckoutSessions.CreateAsync(NewCustomer).Untyped()
            ),
            new(
                "CheckoutSessions.CreateAsync",
                "minimal",
                (dodo, _) => dodo.CheckoutSessions.CreateAsync(Minimal).Untyped()
            ),
            new(
                "CheckoutSessions.PreviewAsync",
                "full",
                (dodo, _) => dodo.CheckoutSessions.PreviewAsync(Full).Untyped()
            ),
            new(
                "CheckoutSessions.PreviewAsync",
                "new-customer",
                (dodo, _) => dodo.CheckoutSessions.PreviewAsync(NewCustomer).Untyped()
            ),
            new(
                "CheckoutSessions.PreviewAsync",
                "minimal",
                (dodo, _) => dodo.CheckoutSessions.PreviewAsync(Minimal).Untyped()
            ),
            new(
                "CheckoutSessions.GetAsync",
                "full",
                (dodo, id) => dodo.CheckoutSessions.GetAsync(id.Session).Untyped()
            ),
            new(
                "CheckoutSessions.GetAsync",
                "sparse",
                (dodo, _) => dodo.CheckoutSessions.GetAsync(Known.OtherSession).Untyped()
            ),
        ];

    private static IReadOnlyList<CheckoutItem> PlainCart { get; } =
    [new() { ProductId = Known.ProPlan, Quantity = 3 }, new() { ProductId = Known.TeamPlan, Quantity = 2 }];

    private static CreateCheckoutSessionRequest Minimal { get; } = new() { ProductCart = PlainCart };

    private static CreateCheckoutSessionRequest NewCustomer { get; } =
        new()
        {
            ProductCart = PlainCart,
            Customer = Parts.Noor,
            DiscountCode = Known.Code,
        };

    private static IReadOnlyList<CreditEntitlementOverride> Credits { get; } =
    [
        new() { CreditEntitlementId = Known.RenderHours, CreditsAmount = "250" },
        new() { CreditEntitlementId = Known.Exports, CreditsAmount = "40.5" },
    ];

    private static CreateCheckoutSessionRequest Full { get; } =
        new()
        {
            ProductCart =
            [
                new()
                {
                    ProductId = Known.ProPlan,
                    Quantity = 3,
                    Amount = 1750,
                    Addons = Parts.TwoAddons,
                    CreditEntitlements = Credits,
                },
                new()
                {
                    ProductId = Known.TeamPlan,
                    Quantity = 2,
                    Amount = 990,
                    Addons =
                    [
                        new() { AddonId = Known.Seat, Quantity = 5 },
                        new() { AddonId = Known.Backup, Quantity = 3 },
                    ],
                    CreditEntitlements = Credits,
                },
            ],
            ProductCollectionId = Known.Plans,
            Customer = Parts.Mara,
            CustomerBusinessName = Parts.BusinessName,
            TaxId = Parts.TaxId,
            BillingAddress = Parts.Berlin,
            BillingCurrency = new("EUR"),
            AllowedPaymentMethodTypes = Parts.CardsAndApplePay,
            PaymentMethodId = Known.PaymentMethod,
            Confirm = true,
            DiscountCodes = Parts.BothCodes,
            SubscriptionData = new()
            {
                TrialPeriodDays = 14,
                OnDemand = new()
                {
                    MandateOnly = true,
                    ProductPrice = 1200,
                    ProductCurrency = new("EUR"),
                    ProductDescription = "Render hours of the first week",
                    AdaptiveCurrencyFeesInclusive = true,
                },
            },
            Metadata = Parts.Metadata,
            ReturnUrl = Parts.ReturnUrl,
            CancelUrl = "https://shop.lantern.example/basket",
            CustomFields =
            [
                new()
                {
                    Key = "delivery_floor",
                    Label = "Which floor?",
                    FieldType = CustomFieldType.Dropdown,
                    Options = ["Ground floor", "Third floor"],
                    Placeholder = "Choose one",
                    Required = true,
                },
                new()
                {
                    Key = "gift_note",
                    Label = "A note for the receiver",
                    FieldType = CustomFieldType.Text,
                    Options = ["Short", "Long"],
                    Placeholder = "Up to 80 letters",
                    Required = false,
                },
            ],
            Customization = new()
            {
                ForceLanguage = "de",
                ShowOnDemandTag = true,
                ShowOrderDetails = true,
                Theme = CheckoutThemeMode.System,
                ThemeConfig = new()
                {
                    Dark = Dark,
                    Light = Light,
                    FontPrimaryUrl = "https://fonts.lantern.example/sora.css",
                    FontSecondaryUrl = "https://fonts.lantern.example/lora.css",
                    FontSize = CheckoutFontSize.Xxl,
                    FontWeight = CheckoutFontWeight.ExtraBold,
                    PayButtonText = "Jetzt freischalten",
                    Radius = "12px",
                },
            },
            FeatureFlags = new()
            {
                AllowCurrencySelection = true,
                AllowCustomerEditingBusinessName = false,
                AllowCustomerEditingCity = true,
                AllowCustomerEditingCountry = false,
                AllowCustomerEditingEmail = true,
                AllowCustomerEditingName = false,
                AllowCustomerEditingState = true,
                AllowCustomerEditingStreet = false,
                AllowCustomerEditingTaxId = true,
                AllowCustomerEditingZipcode = false,
                AllowDiscountCode = true,
                AllowEditingAddons = false,
                AllowPhoneNumberCollection = true,
                AllowTaxId = false,
                AlwaysCreateNewCustomer = true,
                RedirectImmediately = true,
                RequirePhoneNumber = true,
                SinglePage = false,
            },
            Force3ds = true,
            MandateMinAmountInrPaise = 150_000,
            MinimalAddress = true,
            ShortLink = true,
            ShowSavedPaymentMethods = true,
        };

    private static CheckoutThemeColors Dark =>
        new()
        {
            BgPrimary = "#0f172a",
            BgSecondary = "#1e293b",
            BorderPrimary = "#334155",
            BorderSecondary = "#475569",
            ButtonPrimary = "#f97316",
            ButtonPrimaryHover = "#ea580c",
            ButtonSecondary = "#0ea5e9",
            ButtonSecondaryHover = "#0284c7",
            ButtonTextPrimary = "#fffbeb",
            ButtonTextSecondary = "#f0f9ff",
            InputFocusBorder = "#38bdf8",
            TextError = "#dc2626",
            TextPlaceholder = "#94a3b8",
            TextPrimary = "#f8fafc",
            TextSecondary = "#cbd5e1",
            TextSuccess = "#16a34a",
        };

    private static CheckoutThemeColors Light =>
        new()
        {
            BgPrimary = "#a271f0",
            BgSecondary = "#b392e1",
            BorderPrimary = "#551433",
            BorderSecondary = "#965574",
            ButtonPrimary = "#61379f",
            ButtonPrimaryHover = "#c085ae",
            ButtonSecondary = "#9e5ae0",
            ButtonSecondaryHover = "#7c4820",
            ButtonTextPrimary = "#bebfff",
            ButtonTextSecondary = "#ff9f0f",
            InputFocusBorder = "#8fdb83",
            TextError = "#6262cd",
            TextPlaceholder = "#8b3a49",
            TextPrimary = "#cfaf8f",
            TextSecondary = "#1e5dbc",
            TextSuccess = "#a43a61",
        };
}
