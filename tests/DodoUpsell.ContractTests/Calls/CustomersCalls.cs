namespace DodoUpsell.ContractTests.Calls;

/// <summary>The calls of <see cref="ICustomersClient"/>.</summary>
internal static class CustomersCalls
{
    public static IEnumerable<SdkCall> All =>
        [
            new(
                "Customers.ListAsync",
                "full",
                (dodo, _) =>
                    dodo
                        .Customers.ListAsync(
                            new()
                            {
                                Email = "mara.vogel@lantern.example",
                                Name = "Mara Vogel",
                                CreatedFrom = Known.At("2026-09-01T00:00:00Z"),
                                CreatedTo = Known.At("2026-11-30T22:59:59.5+01:00"),
                                PageSize = 25,
                            }
                        )
                        .Untyped()
            ),
            new("Customers.ListAsync", "minimal", (dodo, _) => dodo.Customers.ListAsync().Untyped()),
            new(
                "Customers.CreateAsync",
                "full",
                (dodo, _) =>
                    dodo
                        .Customers.CreateAsync(
                            new()
                            {
                                Email = "mara.vogel@lantern.example",
                                Name = "Mara Vogel",
                                PhoneNumber = "+4930901820",
                                Metadata = Parts.Metadata,
                            }
                        )
                        .Untyped()
            )
            {
                IsCharge = true,
            },
            new(
                "Customers.CreateAsync",
                "minimal",
                (dodo, _) =>
                    dodo
                        .Customers.CreateAsync(new() { Email = "mara.vogel@lantern.example", Name = "Mara Vogel" })
                        .Untyped()
            )
            {
                IsCharge = true,
            },
            new("Customers.GetAsync", "full", (dodo, id) => dodo.Customers.GetAsync(id.Customer).Untyped()),
            new("Customers.GetAsync", "sparse", (dodo, _) => dodo.Customers.GetAsync(Known.OtherCustomer).Untyped()),
            new(
                "Customers.UpdateAsync",
                "full",
                (dodo, id) =>
                    dodo
                        .Customers.UpdateAsync(
                            id.Customer,
                            new()
                            {
                                Email = "mara.reuter@lantern.example",
                                Name = "Mara Vogel-Reuter",
                                PhoneNumber = "+4930901820",
                                Metadata = Parts.Metadata,
                            }
                        )
                        .Untyped()
            ),
            new(
                "Customers.UpdateAsync",
                "minimal",
                (dodo, id) => dodo.Customers.UpdateAsync(id.Customer, new() { PhoneNumber = null }).Untyped()
            ),
            new(
                "Customers.ListPaymentMethodsAsync",
                "full",
                (dodo, id) => dodo.Customers.ListPaymentMethodsAsync(id.Customer).Untyped()
            ),
            new(
                "Customers.ListPaymentMethodsAsync",
                "sparse",
                (dodo, _) => dodo.Customers.ListPaymentMethodsAsync(Known.OtherCustomer).Untyped()
            ),
            new(
                "Customers.DeletePaymentMethodAsync",
                "full",
                (dodo, id) => dodo.Customers.DeletePaymentMethodAsync(id.Customer, id.PaymentMethod).Untyped()
            ),
            new(
                "Customers.CreatePortalSessionAsync",
                "full",
                (dodo, id) =>
                    dodo
                        .Customers.CreatePortalSessionAsync(
                            id.Customer,
                            new()
                            {
                                SendEmail = true,
                                ReturnUrl = "https://shop.lantern.example/account?tab=plan&lang=de",
                            }
                        )
                        .Untyped()
            )
            {
                IsCharge = true,
            },
            new(
                "Customers.CreatePortalSessionAsync",
                "minimal",
                (dodo, id) => dodo.Customers.CreatePortalSessionAsync(id.Customer).Untyped()
            ),
            new(
                "Customers.ListCreditEntitlementsAsync",
                "full",
                (dodo, id) => dodo.Customers.ListCreditEntitlementsAsync(id.Customer).Untyped()
            ),
            new(
                "Customers.ListCreditEntitlementsAsync",
                "sparse",
                (dodo, _) => dodo.Customers.ListCreditEntitlementsAsync(Known.OtherCustomer).Untyped()
            ),
            new(
                "Customers.ListEntitlementsAsync",
                "full",
                (dodo, id) => dodo.Customers.ListEntitlementsAsync(id.Customer).Untyped()
            ),
            new(
                "Customers.ListEntitlementsAsync",
                "sparse",
                (dodo, _) => dodo.Customers.ListEntitlementsAsync(Known.OtherCustomer).Untyped()
            ),
            new(
                "Customers.ListEntitlementGrantsAsync",
                "full",
                (dodo, id) =>
                    dodo
                        .Customers.ListEntitlementGrantsAsync(
                            id.Customer,
                            new()
                            {
                                Status = EntitlementGrantStatus.Delivered,
                                IntegrationType = EntitlementIntegrationType.LicenseKey,
                                PageSize = 25,
                            }
                        )
                        .Untyped()
            ),
            new(
                "Customers.ListEntitlementGrantsAsync",
                "minimal",
                (dodo, id) => dodo.Customers.ListEntitlementGrantsAsync(id.Customer).Untyped()
            ),
            new(
                "Customers.ListWalletsAsync",
                "full",
                (dodo, id) => dodo.Customers.ListWalletsAsync(id.Customer).Untyped()
            ),
            new(
                "Customers.ListWalletsAsync",
                "sparse",
                (dodo, _) => dodo.Customers.ListWalletsAsync(Known.OtherCustomer).Untyped()
            ),
            new(
                "Customers.ListWalletLedgerEntriesAsync",
                "full",
                (dodo, id) =>
                    dodo
                        .Customers.ListWalletLedgerEntriesAsync(
                            id.Customer,
                            new() { Currency = new("INR"), PageSize = 25 }
                        )
                        .Untyped()
            ),
            new(
                "Customers.ListWalletLedgerEntriesAsync",
                "minimal",
                (dodo, id) => dodo.Customers.ListWalletLedgerEntriesAsync(id.Customer).Untyped()
            ),
            // With an idempotency key, a repeat returns the first entry, so the outcome is never unknown.
            new(
                "Customers.CreateWalletLedgerEntryAsync",
                "full",
                (dodo, id) =>
                    dodo
                        .Customers.CreateWalletLedgerEntryAsync(
                            id.Customer,
                            new()
                            {
                                Amount = 4_294_967_296,
                                Currency = new("INR"),
                                EntryType = WalletEntryType.Credit,
                                IdempotencyKey = "goodwill-2026-11-21-0042",
                                Reason = "Goodwill after the outage of 20 November",
                            }
                        )
                        .Untyped()
            ),
            new(
                "Customers.CreateWalletLedgerEntryAsync",
                "minimal",
                (dodo, id) =>
                    dodo
                        .Customers.CreateWalletLedgerEntryAsync(
                            id.Customer,
                            new()
                            {
                                Amount = 4_294_967_296,
                                Currency = new("INR"),
                                EntryType = WalletEntryType.Debit,
                            }
                        )
                        .Untyped()
            )
            {
                IsCharge = true,
            },
        ];
}
