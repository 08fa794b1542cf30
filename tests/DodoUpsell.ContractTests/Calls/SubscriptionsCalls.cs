namespace DodoUpsell.ContractTests.Calls;

/// <summary>The calls of <see cref="ISubscriptionsClient"/>.</summary>
internal static class SubscriptionsCalls
{
    public static IEnumerable<SdkCall> All => [.. Resources, .. PlanChanges, .. Charges, .. Usage];

    private static IEnumerable<SdkCall> Resources =>
        [
            new(
                "Subscriptions.ListAsync",
                "full",
                (dodo, _) =>
                    dodo
                        .Subscriptions.ListAsync(
                            new()
                            {
                                CustomerId = Known.Customer,
                                ProductId = Known.ProPlan,
                                BrandId = Known.Brand,
                                Status = SubscriptionStatus.OnHold,
                                CancelAtNextBillingDate = true,
                                CreatedFrom = Known.At("2026-09-01T00:00:00Z"),
                                CreatedTo = Known.At("2026-11-30T22:59:59.5+01:00"),
                                PageSize = 25,
                            }
                        )
                        .Untyped()
            ),
            new("Subscriptions.ListAsync", "minimal", (dodo, _) => dodo.Subscriptions.ListAsync().Untyped()),
            new(
                "Subscriptions.CreateAsync",
                "full",
                (dodo, _) =>
                    dodo
                        .Subscriptions.CreateAsync(
                            new()
                            {
                                ProductId = Known.ProPlan,
                                Quantity = 4,
                                Customer = Parts.Mara,
                                CustomerBusinessName = Parts.BusinessName,
                                TaxId = Parts.TaxId,
                                Billing = Parts.Berlin,
                                BillingCurrency = new("EUR"),
                                Addons = Parts.TwoAddons,
                                OneTimeProductCart = Parts.PricedCart,
                                TrialPeriodDays = 14,
                                PaymentMethodId = Known.PaymentMethod,
                                PaymentLink = true,
                                AllowedPaymentMethodTypes = Parts.CardsAndApplePay,
                                DiscountCodes = Parts.BothCodes,
                                Metadata = Parts.Metadata,
                                ReturnUrl = Parts.ReturnUrl,
                                RedirectImmediately = true,
                                Force3ds = true,
                                MandateMinAmountInrPaise = 150_000,
                                RequirePhoneNumber = true,
                                ShortLink = true,
                                ShowSavedPaymentMethods = true,
                            }
                        )
                        .Untyped()
            )
            {
                IsCharge = true,
            },
            new(
                "Subscriptions.CreateAsync",
                "new-customer",
                (dodo, _) =>
                    dodo
                        .Subscriptions.CreateAsync(
                            new()
                            {
                                ProductId = Known.ProPlan,
                                Quantity = 4,
                                Customer = Parts.Noor,
                                Billing = Parts.OnlyGermany,
                                DiscountCode = Known.Code,
                            }
                        )
                        .Untyped()
            )
            {
                IsCharge = true,
            },
            new(
                "Subscriptions.CreateAsync",
                "on-demand",
                (dodo, _) =>
                    dodo
                        .Subscriptions.CreateAsync(
                            new()
                            {
                                ProductId = Known.ProPlan,
                                Quantity = 4,
                                Customer = Parts.Mara,
                                Billing = Parts.OnlyGermany,
                                OnDemand = new()
                                {
                                    MandateOnly = true,
                                    ProductPrice = 1200,
                                    ProductCurrency = new("EUR"),
                                    ProductDescription = "Render hours of the first week",
                                    AdaptiveCurrencyFeesInclusive = true,
                                },
                            }
                        )
                        .Untyped()
            )
            {
                IsCharge = true,
            },
            new(
                "Subscriptions.CreateAsync",
                "minimal",
                (dodo, _) =>
                    dodo
                        .Subscriptions.CreateAsync(
                            new()
                            {
                                ProductId = Known.ProPlan,
                                Quantity = 4,
                                Customer = Parts.Mara,
                                Billing = Parts.OnlyGermany,
                            }
                        )
                        .Untyped()
            )
            {
                IsCharge = true,
            },
            new("Subscriptions.GetAsync", "full", (dodo, id) => dodo.Subscriptions.GetAsync(id.Subscription).Untyped()),
            new(
                "Subscriptions.GetAsync",
                "sparse",
                (dodo, _) => dodo.Subscriptions.GetAsync(Known.OtherSubscription).Untyped()
            ),
            new(
                "Subscriptions.UpdateAsync",
                "full",
                (dodo, id) =>
                    dodo
                        .Subscriptions.UpdateAsync(
                            id.Subscription,
                            new()
                            {
                                CancelAtNextBillingDate = true,
                                Status = SubscriptionStatus.Cancelled,
                                CancelReason = CancelReason.CancelledByMerchantSendDunning,
                                CancellationFeedback = CancellationFeedback.MissingFeatures,
                                CancellationComment = "We need single sign-on before we can stay.",
                                NextBillingDate = Known.At("2026-12-20T09:30:00.125406+01:00"),
                                SubscriptionPeriodCount = 36,
                                SubscriptionPeriodInterval = TimeInterval.Month,
                                Billing = Parts.Berlin,
                                CustomerName = "Mara Vogel-Reuter",
                                CustomerBusinessName = Parts.BusinessName,
                                TaxId = Parts.TaxId,
                                DisableOnDemand = new DisableOnDemand
                                {
                                    NextBillingDate = Known.At("2026-12-24T10:00:00.500317Z"),
                                },
                                CreditEntitlementCart = new([RenderHours, Exports]),
                                Metadata = Parts.Metadata,
                            }
                        )
                        .Untyped()
            ),
            new(
                "Subscriptions.UpdateAsync",
                "pause",
                (dodo, id) => dodo.Subscriptions.UpdateAsync(id.Subscription, new() { Pause = true }).Untyped()
            ),
            new(
                "Subscriptions.UpdateAsync",
                "resume",
                (dodo, id) =>
                    dodo
                        .Subscriptions.UpdateAsync(id.Subscription, new() { Status = SubscriptionStatus.Active })
                        .Untyped()
            ),
            new(
                "Subscriptions.UpdateAsync",
                "minimal",
                (dodo, id) =>
                    dodo.Subscriptions.UpdateAsync(id.Subscription, new() { CancelAtNextBillingDate = false }).Untyped()
            ),
        ];

    private static IEnumerable<SdkCall> PlanChanges =>
        [
            new("Subscriptions.ChangePlanAsync", "full", ChangePlan(FullChange)) { IsCharge = true },
            new("Subscriptions.ChangePlanAsync", "one-discount-code", ChangePlan(ChangeWithOneCode))
            {
                IsCharge = true,
            },
            new("Subscriptions.ChangePlanAsync", "minimal", ChangePlan(MinimalChange)) { IsCharge = true },
            new("Subscriptions.ChangePlanAsync", "empty-object", ChangePlan(FullChange)) { IsCharge = true },
            new("Subscriptions.ChangePlanAsync", "four-nulls", ChangePlan(FullChange)) { IsCharge = true },
            new("Subscriptions.ChangePlanAsync", "four-fields", ChangePlan(FullChange)) { IsCharge = true },
            new("Subscriptions.PreviewChangePlanAsync", "full", PreviewChangePlan(FullChange)),
            new("Subscriptions.PreviewChangePlanAsync", "one-discount-code", PreviewChangePlan(ChangeWithOneCode)),
            new("Subscriptions.PreviewChangePlanAsync", "minimal", PreviewChangePlan(MinimalChange)),
            new(
                "Subscriptions.CancelScheduledChangeAsync",
                "full",
                (dodo, id) => dodo.Subscriptions.CancelScheduledChangeAsync(id.Subscription).Untyped()
            ),
        ];

    private static IEnumerable<SdkCall> Charges =>
        [
            new(
                "Subscriptions.ChargeAsync",
                "full",
                (dodo, id) =>
                    dodo
                        .Subscriptions.ChargeAsync(
                            id.Subscription,
                            new()
                            {
                                ProductPrice = 3800,
                                ProductCurrency = new("EUR"),
                                ProductDescription = "Overage for October: 38 extra render hours",
                                Metadata = Parts.Metadata,
                                CustomerBalanceConfig = new()
                                {
                                    AllowCustomerCreditsPurchase = true,
                                    AllowCustomerCreditsUsage = true,
                                },
                                AdaptiveCurrencyFeesInclusive = true,
                            }
                        )
                        .Untyped()
            )
            {
                IsCharge = true,
            },
            new(
                "Subscriptions.ChargeAsync",
                "minimal",
                (dodo, id) => dodo.Subscriptions.ChargeAsync(id.Subscription, new() { ProductPrice = 3800 }).Untyped()
            )
            {
                IsCharge = true,
            },
            new(
                "Subscriptions.UpdatePaymentMethodAsync",
                "new",
                (dodo, id) =>
                    dodo
                        .Subscriptions.UpdatePaymentMethodAsync(
                            id.Subscription,
                            new NewPaymentMethod
                            {
                                ReturnUrl = Parts.ReturnUrl,
                                AllowedPaymentMethodTypes = Parts.CardsAndApplePay,
                            }
                        )
                        .Untyped()
            )
            {
                IsCharge = true,
            },
            new(
                "Subscriptions.UpdatePaymentMethodAsync",
                "existing",
                (dodo, id) =>
                    dodo
                        .Subscriptions.UpdatePaymentMethodAsync(
                            id.Subscription,
                            PaymentMethodUpdate.Existing(Known.PaymentMethod)
                        )
                        .Untyped()
            )
            {
                IsCharge = true,
            },
            new(
                "Subscriptions.UpdatePaymentMethodAsync",
                "minimal",
                (dodo, id) =>
                    dodo.Subscriptions.UpdatePaymentMethodAsync(id.Subscription, PaymentMethodUpdate.New()).Untyped()
            )
            {
                IsCharge = true,
            },
        ];

    private static IEnumerable<SdkCall> Usage =>
        [
            new(
                "Subscriptions.ListUsageHistoryAsync",
                "full",
                (dodo, id) =>
                    dodo
                        .Subscriptions.ListUsageHistoryAsync(
                            id.Subscription,
                            new()
                            {
                                StartDate = Known.At("2026-09-14T08:12:45.318204Z"),
                                EndDate = Known.At("2026-11-14T08:12:45.318204Z"),
                                MeterId = Known.ApiCalls,
                                PageSize = 25,
                            }
                        )
                        .Untyped()
            ),
            new(
                "Subscriptions.ListUsageHistoryAsync",
                "minimal",
                (dodo, id) => dodo.Subscriptions.ListUsageHistoryAsync(id.Subscription).Untyped()
            ),
            new(
                "Subscriptions.GetCreditUsageAsync",
                "full",
                (dodo, id) => dodo.Subscriptions.GetCreditUsageAsync(id.Subscription).Untyped()
            ),
            new(
                "Subscriptions.GetCreditUsageAsync",
                "sparse",
                (dodo, _) => dodo.Subscriptions.GetCreditUsageAsync(Known.OtherSubscription).Untyped()
            ),
        ];

    private static ChangePlanRequest FullChange { get; } =
        new()
        {
            ProductId = Known.TeamPlan,
            Quantity = 5,
            ProrationBillingMode = ProrationMode.FullImmediately,
            Addons = Parts.TwoAddons,
            DiscountCodes = Parts.BothCodes,
            EffectiveAt = PlanChangeTiming.NextBillingDate,
            OnPaymentFailure = PaymentFailurePolicy.PreventChange,
            Metadata = Parts.Metadata,
            AdaptiveCurrencyFeesInclusive = true,
        };

    private static ChangePlanRequest ChangeWithOneCode { get; } =
        new()
        {
            ProductId = Known.TeamPlan,
            Quantity = 5,
            ProrationBillingMode = ProrationMode.DifferenceImmediately,
            DiscountCode = Known.Code,
        };

    private static ChangePlanRequest MinimalChange { get; } =
        new()
        {
            ProductId = Known.TeamPlan,
            Quantity = 5,
            ProrationBillingMode = ProrationMode.ProratedImmediately,
        };

    private static UpdateCreditEntitlement RenderHours { get; } =
        new()
        {
            CreditEntitlementId = Known.RenderHours,
            CreditsAmount = "250",
            ExpiresAfterDays = 90,
            LowBalanceThresholdPercent = 20,
            MaxRolloverCount = 3,
            OverageEnabled = true,
            OverageLimit = "100",
            RolloverEnabled = true,
            RolloverPercentage = 50,
            RolloverTimeframeCount = 2,
            RolloverTimeframeInterval = TimeInterval.Month,
        };

    private static UpdateCreditEntitlement Exports { get; } =
        new()
        {
            CreditEntitlementId = Known.Exports,
            CreditsAmount = "40.5",
            ExpiresAfterDays = 45,
            LowBalanceThresholdPercent = 35,
            MaxRolloverCount = 2,
            OverageEnabled = true,
            OverageLimit = "60",
            RolloverEnabled = true,
            RolloverPercentage = 25,
            RolloverTimeframeCount = 1,
            RolloverTimeframeInterval = TimeInterval.Year,
        };

    private static Func<IDodoClient, Ids, Task<object?>> ChangePlan(ChangePlanRequest request) =>
        (dodo, id) => dodo.Subscriptions.ChangePlanAsync(id.Subscription, request).Untyped();

    private static Func<IDodoClient, Ids, Task<object?>> PreviewChangePlan(ChangePlanRequest request) =>
        (dodo, id) => dodo.Subscriptions.PreviewChangePlanAsync(id.Subscription, request).Untyped();
}
