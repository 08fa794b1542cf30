using static DodoUpsell.OperationSafety;

namespace DodoUpsell.Http;

/// <summary>
/// The 54 operations and the safety of each. Only this class decides which requests could move money twice.
/// </summary>
internal static class Operations
{
    public static class Customers
    {
        public static readonly Operation List = Get("Customers.ListAsync", "/customers");

        // The operation has no idempotency key: a repeated request creates a second customer.
        public static readonly Operation Create = Post("Customers.CreateAsync", "/customers", Charge);
        public static readonly Operation Find = Get("Customers.GetAsync", "/customers/{customerId}");
        public static readonly Operation Update = Patch("Customers.UpdateAsync", "/customers/{customerId}");
        public static readonly Operation ListPaymentMethods = Get(
            "Customers.ListPaymentMethodsAsync",
            "/customers/{customerId}/payment-methods"
        );
        public static readonly Operation DeletePaymentMethod = Delete(
            "Customers.DeletePaymentMethodAsync",
            "/customers/{customerId}/payment-methods/{paymentMethodId}"
        );
        public static readonly Operation CreatePortalSession = Post(
            "Customers.CreatePortalSessionAsync",
            "/customers/{customerId}/customer-portal/session",
            Repeatable
        );

        // Sends an e-mail, which a repeated request would send again.
        public static readonly Operation CreatePortalSessionByEmail = CreatePortalSession with { Safety = Charge };
        public static readonly Operation ListCreditEntitlements = Get(
            "Customers.ListCreditEntitlementsAsync",
            "/customers/{customerId}/credit-entitlements"
        );
        public static readonly Operation ListEntitlements = Get(
            "Customers.ListEntitlementsAsync",
            "/customers/{customerId}/entitlements"
        );
        public static readonly Operation ListEntitlementGrants = Get(
            "Customers.ListEntitlementGrantsAsync",
            "/customers/{customerId}/entitlement-grants"
        );
        public static readonly Operation ListWallets = Get(
            "Customers.ListWalletsAsync",
            "/customers/{customerId}/wallets"
        );
        public static readonly Operation ListWalletLedgerEntries = Get(
            "Customers.ListWalletLedgerEntriesAsync",
            "/customers/{customerId}/wallets/ledger-entries"
        );
        public static readonly Operation CreateWalletLedgerEntry = Post(
            "Customers.CreateWalletLedgerEntryAsync",
            "/customers/{customerId}/wallets/ledger-entries",
            Charge
        );

        // With an idempotency key, a repeated request returns the first entry.
        public static readonly Operation CreateKeyedWalletLedgerEntry = CreateWalletLedgerEntry with
        {
            Safety = Repeatable,
        };
    }

    public static class CheckoutSessions
    {
        // Without `confirm` a session charges nothing; a repeated request creates a second unused link.
        public static readonly Operation Create = Post("CheckoutSessions.CreateAsync", "/checkouts", Repeatable);
        public static readonly Operation CreateConfirmed = Create with { Safety = Charge };
        public static readonly Operation Preview = Post("CheckoutSessions.PreviewAsync", "/checkouts/preview", Read);
        public static readonly Operation Find = Get("CheckoutSessions.GetAsync", "/checkouts/{sessionId}");
    }

    public static class Payments
    {
        public static readonly Operation List = Get("Payments.ListAsync", "/payments");
        public static readonly Operation Create = Post("Payments.CreateAsync", "/payments", Charge);
        public static readonly Operation Find = Get("Payments.GetAsync", "/payments/{paymentId}");
        public static readonly Operation ListLineItems = Get(
            "Payments.ListLineItemsAsync",
            "/payments/{paymentId}/line-items"
        );
        public static readonly Operation Retry = Post("Payments.RetryAsync", "/payments/{paymentId}/retry", Charge);
        public static readonly Operation GetRetryState = Get(
            "Payments.GetRetryStateAsync",
            "/payments/{paymentId}/retry"
        );
        public static readonly Operation DownloadInvoice = Get(
            "Payments.DownloadInvoiceAsync",
            "/invoices/payments/{paymentId}"
        );
    }

    public static class Subscriptions
    {
        public static readonly Operation List = Get("Subscriptions.ListAsync", "/subscriptions");
        public static readonly Operation Create = Post("Subscriptions.CreateAsync", "/subscriptions", Charge);
        public static readonly Operation Find = Get("Subscriptions.GetAsync", "/subscriptions/{subscriptionId}");
        public static readonly Operation Update = Patch("Subscriptions.UpdateAsync", "/subscriptions/{subscriptionId}");
        public static readonly Operation ChangePlan = Post(
            "Subscriptions.ChangePlanAsync",
            "/subscriptions/{subscriptionId}/change-plan",
            Charge
        );
        public static readonly Operation PreviewChangePlan = Post(
            "Subscriptions.PreviewChangePlanAsync",
            "/subscriptions/{subscriptionId}/change-plan/preview",
            Read
        );
        public static readonly Operation CancelScheduledChange = Delete(
            "Subscriptions.CancelScheduledChangeAsync",
            "/subscriptions/{subscriptionId}/change-plan/scheduled"
        );
        public static readonly Operation ChargeOnDemand = Post(
            "Subscriptions.ChargeAsync",
            "/subscriptions/{subscriptionId}/charge",
            Charge
        );
        public static readonly Operation UpdatePaymentMethod = Post(
            "Subscriptions.UpdatePaymentMethodAsync",
            "/subscriptions/{subscriptionId}/update-payment-method",
            Charge
        );
        public static readonly Operation ListUsageHistory = Get(
            "Subscriptions.ListUsageHistoryAsync",
            "/subscriptions/{subscriptionId}/usage-history"
        );
        public static readonly Operation GetCreditUsage = Get(
            "Subscriptions.GetCreditUsageAsync",
            "/subscriptions/{subscriptionId}/credit-usage"
        );
    }

    public static class Products
    {
        public static readonly Operation List = Get("Products.ListAsync", "/products");
        public static readonly Operation Find = Get("Products.GetAsync", "/products/{productId}");
    }

    public static class Addons
    {
        public static readonly Operation List = Get("Addons.ListAsync", "/addons");
        public static readonly Operation Find = Get("Addons.GetAsync", "/addons/{addonId}");
    }

    public static class Discounts
    {
        public static readonly Operation List = Get("Discounts.ListAsync", "/discounts");
        public static readonly Operation Create = Post("Discounts.CreateAsync", "/discounts", Charge);
        public static readonly Operation Find = Get("Discounts.GetAsync", "/discounts/{discountId}");
        public static readonly Operation FindByCode = Get("Discounts.GetByCodeAsync", "/discounts/code/{code}");
        public static readonly Operation Update = Patch("Discounts.UpdateAsync", "/discounts/{discountId}");
        public static readonly Operation Remove = Delete("Discounts.DeleteAsync", "/discounts/{discountId}");
    }

    public static class Refunds
    {
        public static readonly Operation List = Get("Refunds.ListAsync", "/refunds");
        public static readonly Operation Create = Post("Refunds.CreateAsync", "/refunds", Charge);
        public static readonly Operation Find = Get("Refunds.GetAsync", "/refunds/{refundId}");
    }

    public static class WebhookEndpoints
    {
        public static readonly Operation List = Get("WebhookEndpoints.ListAsync", "/webhooks");

        // The effect of the idempotency key in the body is not documented, so it is not relied on.
        public static readonly Operation Create = Post("WebhookEndpoints.CreateAsync", "/webhooks", Charge);
        public static readonly Operation Find = Get("WebhookEndpoints.GetAsync", "/webhooks/{webhookId}");
        public static readonly Operation Update = Patch("WebhookEndpoints.UpdateAsync", "/webhooks/{webhookId}");
        public static readonly Operation Remove = Delete("WebhookEndpoints.DeleteAsync", "/webhooks/{webhookId}");
        public static readonly Operation GetSecret = Get(
            "WebhookEndpoints.GetSecretAsync",
            "/webhooks/{webhookId}/secret"
        );
    }

    public static class Reference
    {
        public static readonly Operation ListSupportedCountries = Get(
            "Reference.ListSupportedCountriesAsync",
            "/checkout/supported_countries"
        );
    }

    private static Operation Get(string name, string route) => new(name, HttpMethod.Get, route, Read);

    private static Operation Post(string name, string route, OperationSafety safety) =>
        new(name, HttpMethod.Post, route, safety);

    // A PATCH sets absolute values, and a deleted object remains deleted, so a repeated request has no further effect.
    private static Operation Patch(string name, string route) => new(name, HttpMethod.Patch, route, Repeatable);

    private static Operation Delete(string name, string route) => new(name, HttpMethod.Delete, route, Repeatable);
}
