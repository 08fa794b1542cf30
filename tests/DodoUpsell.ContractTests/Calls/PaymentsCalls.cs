namespace DodoUpsell.ContractTests.Calls;

/// <summary>The calls of <see cref="IPaymentsClient"/>.</summary>
internal static class PaymentsCalls
{
    public static IEnumerable<SdkCall> All =>
        [
            new(
                "Payments.ListAsync",
                "full",
                (dodo, _) =>
                    dodo
                        .Payments.ListAsync(
                            new()
                            {
                                CustomerId = Known.Customer,
                                SubscriptionId = Known.Subscription,
                                ProductId = Known.ProPlan,
                                BrandId = Known.Brand,
                                Status = PaymentStatus.RequiresCustomerAction,
                                Currency = new("EUR"),
                                CreatedFrom = Known.At("2026-09-01T00:00:00Z"),
                                CreatedTo = Known.At("2026-11-30T22:59:59.5+01:00"),
                                PageSize = 25,
                            }
                        )
                        .Untyped()
            ),
            new("Payments.ListAsync", "minimal", (dodo, _) => dodo.Payments.ListAsync().Untyped()),
            new(
                "Payments.CreateAsync",
                "full",
                (dodo, _) =>
                    dodo
                        .Payments.CreateAsync(
                            new()
                            {
                                ProductCart = Parts.PricedCart,
                                Customer = Parts.Mara,
                                CustomerBusinessName = Parts.BusinessName,
                                TaxId = Parts.TaxId,
                                Billing = Parts.Berlin,
                                BillingCurrency = new("EUR"),
                                PaymentMethodId = Known.PaymentMethod,
                                PaymentLink = true,
                                AllowedPaymentMethodTypes = Parts.CardsAndApplePay,
                                DiscountCodes = Parts.BothCodes,
                                Metadata = Parts.Metadata,
                                ReturnUrl = Parts.ReturnUrl,
                                RedirectImmediately = true,
                                Force3ds = true,
                                RequirePhoneNumber = true,
                                ShortLink = true,
                                ShowSavedPaymentMethods = true,
                                AdaptiveCurrencyFeesInclusive = true,
                            }
                        )
                        .Untyped()
            )
            {
                IsCharge = true,
            },
            new(
                "Payments.CreateAsync",
                "new-customer",
                (dodo, _) =>
                    dodo
                        .Payments.CreateAsync(
                            new()
                            {
                                ProductCart = Parts.PlainCart,
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
                "Payments.CreateAsync",
                "minimal",
                (dodo, _) =>
                    dodo
                        .Payments.CreateAsync(
                            new()
                            {
                                ProductCart = Parts.PlainCart,
                                Customer = Parts.Mara,
                                Billing = Parts.OnlyGermany,
                            }
                        )
                        .Untyped()
            )
            {
                IsCharge = true,
            },
            new("Payments.GetAsync", "full", (dodo, id) => dodo.Payments.GetAsync(id.Payment).Untyped()),
            new("Payments.GetAsync", "sparse", (dodo, _) => dodo.Payments.GetAsync(Known.OtherPayment).Untyped()),
            new(
                "Payments.ListLineItemsAsync",
                "full",
                (dodo, id) => dodo.Payments.ListLineItemsAsync(id.Payment).Untyped()
            ),
            new(
                "Payments.ListLineItemsAsync",
                "sparse",
                (dodo, _) => dodo.Payments.ListLineItemsAsync(Known.OtherPayment).Untyped()
            ),
            new("Payments.RetryAsync", "full", (dodo, id) => dodo.Payments.RetryAsync(id.Payment).Untyped())
            {
                IsCharge = true,
            },
            new("Payments.RetryAsync", "sparse", (dodo, _) => dodo.Payments.RetryAsync(Known.OtherPayment).Untyped())
            {
                IsCharge = true,
            },
            new(
                "Payments.GetRetryStateAsync",
                "full",
                (dodo, id) => dodo.Payments.GetRetryStateAsync(id.Payment).Untyped()
            ),
            new(
                "Payments.GetRetryStateAsync",
                "sparse",
                (dodo, _) => dodo.Payments.GetRetryStateAsync(Known.OtherPayment).Untyped()
            ),
            new(
                "Payments.DownloadInvoiceAsync",
                "full",
                (dodo, id) => dodo.Payments.DownloadInvoiceAsync(id.Payment).Untyped()
            ),
        ];
}
