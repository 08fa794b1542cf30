namespace DodoUpsell.ContractTests.Calls;

/// <summary>The calls of <see cref="IRefundsClient"/>.</summary>
internal static class RefundsCalls
{
    public static IEnumerable<SdkCall> All =>
        [
            new(
                "Refunds.ListAsync",
                "full",
                (dodo, _) =>
                    dodo
                        .Refunds.ListAsync(
                            new()
                            {
                                CustomerId = Known.Customer,
                                SubscriptionId = Known.Subscription,
                                Status = RefundStatus.Review,
                                CreatedFrom = Known.At("2026-09-01T00:00:00Z"),
                                CreatedTo = Known.At("2026-11-30T22:59:59.5+01:00"),
                                PageSize = 25,
                            }
                        )
                        .Untyped()
            ),
            new("Refunds.ListAsync", "minimal", (dodo, _) => dodo.Refunds.ListAsync().Untyped()),
            new(
                "Refunds.CreateAsync",
                "full",
                (dodo, _) =>
                    dodo
                        .Refunds.CreateAsync(
                            new()
                            {
                                PaymentId = Known.Payment,
                                Items =
                                [
                                    new()
                                    {
                                        ItemId = Known.ProPlan,
                                        Amount = 1500,
                                        TaxInclusive = false,
                                    },
                                    new()
                                    {
                                        ItemId = Known.Seat,
                                        Amount = 450,
                                        TaxInclusive = true,
                                    },
                                ],
                                Reason = "Bought for the wrong workspace",
                                Metadata = Parts.Metadata,
                            }
                        )
                        .Untyped()
            )
            {
                IsCharge = true,
            },
            new(
                "Refunds.CreateAsync",
                "minimal",
                (dodo, _) => dodo.Refunds.CreateAsync(new() { PaymentId = Known.Payment }).Untyped()
            )
            {
                IsCharge = true,
            },
            new("Refunds.GetAsync", "full", (dodo, id) => dodo.Refunds.GetAsync(id.Refund).Untyped()),
            new("Refunds.GetAsync", "sparse", (dodo, _) => dodo.Refunds.GetAsync(Known.OtherRefund).Untyped()),
        ];
}
