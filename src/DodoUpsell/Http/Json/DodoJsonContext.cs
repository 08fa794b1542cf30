using System.Text.Json.Serialization;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Http.Json;

/// <summary>The source-generated JSON context of all API objects, so that no reflection is needed.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [
        typeof(UtcDateTimeConverter),
        typeof(NullAsZeroInt32Converter),
        typeof(NullAsZeroInt64Converter),
        typeof(NullAsZeroDoubleConverter),
        typeof(NullAsFalseConverter),
        typeof(MoneyConverter),
    ]
)]
// Customers
[JsonSerializable(typeof(Customer))]
[JsonSerializable(typeof(ListResponse<Customer>))]
[JsonSerializable(typeof(CreateCustomerRequest))]
[JsonSerializable(typeof(UpdateCustomerRequest))]
[JsonSerializable(typeof(CustomerPortalSession))]
[JsonSerializable(typeof(ListResponse<SavedPaymentMethod>))]
[JsonSerializable(typeof(ListResponse<CustomerCreditEntitlement>))]
[JsonSerializable(typeof(ListResponse<CustomerEntitlement>))]
[JsonSerializable(typeof(ListResponse<EntitlementGrant>))]
[JsonSerializable(typeof(CustomerWallet))]
[JsonSerializable(typeof(CustomerWallets))]
[JsonSerializable(typeof(ListResponse<WalletLedgerEntry>))]
[JsonSerializable(typeof(CreateWalletLedgerEntryRequest))]
// Checkout sessions
[JsonSerializable(typeof(CreateCheckoutSessionRequest))]
[JsonSerializable(typeof(CheckoutSession))]
[JsonSerializable(typeof(CheckoutSessionStatus))]
[JsonSerializable(typeof(CheckoutPreview))]
// Payments
[JsonSerializable(typeof(Payment))]
[JsonSerializable(typeof(ListResponse<PaymentListItem>))]
[JsonSerializable(typeof(CreatePaymentRequest))]
[JsonSerializable(typeof(CreatedPayment))]
[JsonSerializable(typeof(PaymentLineItems))]
[JsonSerializable(typeof(PaymentRetry))]
[JsonSerializable(typeof(PaymentRetryState))]
// Subscriptions
[JsonSerializable(typeof(Subscription))]
[JsonSerializable(typeof(ListResponse<SubscriptionListItem>))]
[JsonSerializable(typeof(CreateSubscriptionRequest))]
[JsonSerializable(typeof(CreatedSubscription))]
[JsonSerializable(typeof(UpdateSubscriptionRequest))]
[JsonSerializable(typeof(ChangePlanRequest))]
[JsonSerializable(typeof(ChangePlanResult))]
[JsonSerializable(typeof(ChangePlanPreview))]
[JsonSerializable(typeof(ChargeSubscriptionRequest))]
[JsonSerializable(typeof(SubscriptionCharge))]
[JsonSerializable(typeof(PaymentMethodUpdate))]
[JsonSerializable(typeof(PaymentMethodUpdateResult))]
[JsonSerializable(typeof(ListResponse<UsagePeriod>))]
[JsonSerializable(typeof(SubscriptionCreditUsage))]
// Products, add-ons, discounts
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(ListResponse<ProductListItem>))]
[JsonSerializable(typeof(Addon))]
[JsonSerializable(typeof(ListResponse<Addon>))]
[JsonSerializable(typeof(Discount))]
[JsonSerializable(typeof(ListResponse<Discount>))]
[JsonSerializable(typeof(CreateDiscountRequest))]
[JsonSerializable(typeof(UpdateDiscountRequest))]
// Refunds
[JsonSerializable(typeof(Refund))]
[JsonSerializable(typeof(ListResponse<RefundListItem>))]
[JsonSerializable(typeof(CreateRefundRequest))]
// Webhook endpoints
[JsonSerializable(typeof(WebhookEndpoint))]
[JsonSerializable(typeof(WebhookEndpointList))]
[JsonSerializable(typeof(CreateWebhookEndpointRequest))]
[JsonSerializable(typeof(UpdateWebhookEndpointRequest))]
[JsonSerializable(typeof(WebhookEndpointSecret))]
// Values without an object
[JsonSerializable(typeof(DeclineCode))]
// Webhook data in addition to the objects above
[JsonSerializable(typeof(Dispute))]
[JsonSerializable(typeof(EntitlementGrant))]
[JsonSerializable(typeof(LicenseKey))]
[JsonSerializable(typeof(CreditLedgerEntry))]
[JsonSerializable(typeof(CreditBalanceLow))]
[JsonSerializable(typeof(AbandonedCheckout))]
[JsonSerializable(typeof(DunningAttempt))]
[JsonSerializable(typeof(Payout))]
// Data that the SDK itself stores
[JsonSerializable(typeof(PlanChangeQuote))]
[JsonSerializable(typeof(PlanChanges.PlanChangeDetails))]
[JsonSerializable(typeof(PlanChanges.RecoveryDetails))]
// Reference
[JsonSerializable(typeof(DodoErrorCode))]
[JsonSerializable(typeof(IReadOnlyList<CountryCode>))]
// The cases of the unions, which their converters look up by type
[JsonSerializable(typeof(ExistingCustomer))]
[JsonSerializable(typeof(NewCustomer))]
[JsonSerializable(typeof(UnknownCustomerReference))]
[JsonSerializable(typeof(OneTimePrice))]
[JsonSerializable(typeof(RecurringPrice))]
[JsonSerializable(typeof(UsageBasedPrice))]
[JsonSerializable(typeof(UnknownPrice))]
[JsonSerializable(typeof(SubscriptionLineItem))]
[JsonSerializable(typeof(AddonLineItem))]
[JsonSerializable(typeof(MeterLineItem))]
[JsonSerializable(typeof(UnknownLineItem))]
[JsonSerializable(typeof(NewPaymentMethod))]
[JsonSerializable(typeof(ExistingPaymentMethod))]
[JsonSerializable(typeof(UnknownPaymentMethodUpdate))]
[JsonSerializable(typeof(FeatureFlagIntegration))]
[JsonSerializable(typeof(GitHubIntegration))]
[JsonSerializable(typeof(DiscordIntegration))]
[JsonSerializable(typeof(TelegramIntegration))]
[JsonSerializable(typeof(FigmaIntegration))]
[JsonSerializable(typeof(FramerIntegration))]
[JsonSerializable(typeof(NotionIntegration))]
[JsonSerializable(typeof(DigitalFilesIntegration))]
[JsonSerializable(typeof(LicenseKeyIntegration))]
[JsonSerializable(typeof(UnknownIntegration))]
// Types that PatchConverter looks up
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(bool?))]
[JsonSerializable(typeof(int?))]
[JsonSerializable(typeof(DateTimeOffset?))]
[JsonSerializable(typeof(Metadata))]
[JsonSerializable(typeof(BillingAddress))]
[JsonSerializable(typeof(DisableOnDemand))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<DiscountCurrencyOption>))]
[JsonSerializable(typeof(IReadOnlyList<UpdateCreditEntitlement>))]
[JsonSerializable(typeof(IReadOnlyList<WebhookEventType>))]
[JsonSerializable(typeof(SubscriptionStatus?))]
[JsonSerializable(typeof(CancelReason?))]
[JsonSerializable(typeof(CancellationFeedback?))]
[JsonSerializable(typeof(TimeInterval?))]
[JsonSerializable(typeof(DiscountType?))]
[JsonSerializable(typeof(CustomerEligibility?))]
internal sealed partial class DodoJsonContext : JsonSerializerContext;
