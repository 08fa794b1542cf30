namespace DodoUpsell.ContractTests.Calls;

/// <summary>The calls of <see cref="IDiscountsClient"/>.</summary>
internal static class DiscountsCalls
{
    public static IEnumerable<SdkCall> All =>
        [
            new(
                "Discounts.ListAsync",
                "full",
                (dodo, _) =>
                    dodo
                        .Discounts.ListAsync(
                            new()
                            {
                                Code = Known.Code,
                                DiscountType = DiscountType.Percentage,
                                Active = true,
                                ProductId = Known.ProPlan,
                                PageSize = 25,
                            }
                        )
                        .Untyped()
            ),
            new("Discounts.ListAsync", "minimal", (dodo, _) => dodo.Discounts.ListAsync().Untyped()),
            new(
                "Discounts.CreateAsync",
                "full",
                (dodo, _) =>
                    dodo
                        .Discounts.CreateAsync(
                            new()
                            {
                                Type = DiscountType.Percentage,
                                Amount = 1500,
                                CurrencyOptions = Options,
                                Code = Known.Code,
                                Name = "Welcome back",
                                RestrictedTo = [Known.ProPlan, Known.TeamPlan],
                                CustomerEligibility = CustomerEligibility.Specific,
                                UsageLimit = 500,
                                PerCustomerUsageLimit = 2,
                                SubscriptionCycles = 6,
                                PreserveOnPlanChange = true,
                                StartsAt = Known.At("2026-11-01T00:00:00.250125Z"),
                                ExpiresAt = Known.At("2027-03-31T23:59:59.999999+02:00"),
                                Metadata = Parts.Metadata,
                            }
                        )
                        .Untyped()
            )
            {
                IsCharge = true,
            },
            new(
                "Discounts.CreateAsync",
                "minimal",
                (dodo, _) =>
                    dodo.Discounts.CreateAsync(new() { Type = DiscountType.Percentage, Amount = 1500 }).Untyped()
            )
            {
                IsCharge = true,
            },
            new("Discounts.GetAsync", "full", (dodo, id) => dodo.Discounts.GetAsync(id.Discount).Untyped()),
            new("Discounts.GetAsync", "sparse", (dodo, _) => dodo.Discounts.GetAsync(Known.OtherDiscount).Untyped()),
            new("Discounts.GetByCodeAsync", "full", (dodo, id) => dodo.Discounts.GetByCodeAsync(id.Code).Untyped()),
            new(
                "Discounts.GetByCodeAsync",
                "sparse",
                (dodo, _) => dodo.Discounts.GetByCodeAsync(Known.OtherCode).Untyped()
            ),
            new(
                "Discounts.UpdateAsync",
                "full",
                (dodo, id) =>
                    dodo
                        .Discounts.UpdateAsync(
                            id.Discount,
                            new()
                            {
                                Type = DiscountType.Percentage,
                                Amount = 2000,
                                CurrencyOptions = new(Options),
                                Code = "WELCOME-BACK-20",
                                Name = "Welcome back, again",
                                RestrictedTo = new([Known.ProPlan, Known.TeamPlan]),
                                CustomerEligibility = CustomerEligibility.Specific,
                                UsageLimit = 500,
                                PerCustomerUsageLimit = 2,
                                SubscriptionCycles = 6,
                                PreserveOnPlanChange = true,
                                StartsAt = Known.At("2026-11-01T00:00:00.250125Z"),
                                ExpiresAt = Known.At("2027-03-31T23:59:59.999999+02:00"),
                                Metadata = Parts.Metadata,
                            }
                        )
                        .Untyped()
            ),
            new(
                "Discounts.UpdateAsync",
                "minimal",
                (dodo, id) => dodo.Discounts.UpdateAsync(id.Discount, new() { UsageLimit = null }).Untyped()
            ),
            new("Discounts.DeleteAsync", "full", (dodo, id) => dodo.Discounts.DeleteAsync(id.Discount).Untyped()),
        ];

    private static IReadOnlyList<DiscountCurrencyOption> Options { get; } =
    [
        new()
        {
            Currency = new("EUR"),
            IsDefault = true,
            MaxAmountPossible = 2500,
            MinimumSubtotal = 5000,
        },
        new()
        {
            Currency = new("USD"),
            IsDefault = false,
            MaxAmountPossible = 3000,
            MinimumSubtotal = 6000,
        },
    ];
}
