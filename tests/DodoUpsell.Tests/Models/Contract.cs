using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Models;

/// <summary>The contract of the API and which of our types stands for which of its schemas.</summary>
internal static class Contract
{
    private static readonly JsonNode Document = Load();

    public static JsonObject Schemas => Document["$defs"]!.AsObject();

    public static JsonArray Endpoints => Document["endpoints"]!.AsArray();

    /// <summary>The schemas of webhook deliveries by event type.</summary>
    public static JsonObject Webhooks => Document["webhooks"]!.AsObject();

    /// <summary>
    /// What a request is made of: its required members are required in C# too, and optional ones are sent only when
    /// they are set.
    /// </summary>
    public static readonly Dictionary<string, Type> Requests = new(StringComparer.Ordinal)
    {
        ["AttachAddonReq"] = typeof(AddonQuantity),
        ["CheckoutSessionCustomization"] = typeof(CheckoutCustomization),
        ["CheckoutSessionFlags"] = typeof(CheckoutFeatureFlags),
        ["CreateCheckoutSessionRequest"] = typeof(CreateCheckoutSessionRequest),
        ["CreateCustomerRequest"] = typeof(CreateCustomerRequest),
        ["CreateDiscountRequest"] = typeof(CreateDiscountRequest),
        ["CreateOneTimePaymentRequest"] = typeof(CreatePaymentRequest),
        ["CreateRefundRequest"] = typeof(CreateRefundRequest),
        ["CreateSubscriptionChargeRequest"] = typeof(ChargeSubscriptionRequest),
        ["CreateSubscriptionRequest"] = typeof(CreateSubscriptionRequest),
        ["CreateWebhookRequest"] = typeof(CreateWebhookEndpointRequest),
        ["CreditEntitlementOverride"] = typeof(CreditEntitlementOverride),
        ["CustomField"] = typeof(CustomField),
        ["CustomerBalanceConfig"] = typeof(CustomerBalanceConfig),
        ["CustomerLedgerEntryRequest"] = typeof(CreateWalletLedgerEntryRequest),
        ["CustomerRequest/0"] = typeof(ExistingCustomer),
        ["CustomerRequest/1"] = typeof(NewCustomer),
        ["DisableOnDemandReq"] = typeof(DisableOnDemand),
        ["OnDemandSubscriptionReq"] = typeof(OnDemandOptions),
        ["PartialRefundItem"] = typeof(RefundItem),
        ["PatchCustomerRequest"] = typeof(UpdateCustomerRequest),
        ["PatchDiscountRequest"] = typeof(UpdateDiscountRequest),
        ["PatchSubscriptionRequest"] = typeof(UpdateSubscriptionRequest),
        ["PatchWebhookRequest"] = typeof(UpdateWebhookEndpointRequest),
        ["ProductItemReq"] = typeof(CheckoutItem),
        ["SubscriptionData"] = typeof(CheckoutSubscriptionData),
        ["ThemeConfig"] = typeof(CheckoutTheme),
        ["ThemeModeConfig"] = typeof(CheckoutThemeColors),
        ["UpdateCreditEntitlementCartItem"] = typeof(UpdateCreditEntitlement),
        ["UpdatePaymentMethodReq/0"] = typeof(NewPaymentMethod),
        ["UpdatePaymentMethodReq/1"] = typeof(ExistingPaymentMethod),
        ["UpdateSubscriptionPlanReq"] = typeof(ChangePlanRequest),
    };

    /// <summary>Sent and received: tolerant like a response, checked before it is sent like a request.</summary>
    public static readonly Dictionary<string, Type> Shared = new(StringComparer.Ordinal)
    {
        ["BillingAddress"] = typeof(BillingAddress),
        ["CheckoutSessionBillingAddress"] = typeof(BillingAddress),
        ["CurrencyOptionRequest"] = typeof(DiscountCurrencyOption),
        ["CurrencyOptionResponse"] = typeof(DiscountCurrencyOption),
        ["OneTimeProductCartItemReq"] = typeof(PaymentItem),
    };

    /// <summary>What a response is made of: only its own identity is required.</summary>
    public static readonly Dictionary<string, Type> Responses = new(StringComparer.Ordinal)
    {
        ["AbandonedCheckoutPayload"] = typeof(AbandonedCheckout),
        ["AddMeterToPrice"] = typeof(PriceMeter),
        ["AddonCartResponseItem"] = typeof(SubscriptionAddon),
        ["AddonResponse"] = typeof(Addon),
        ["AddonsListResponse"] = typeof(ListResponse<Addon>),
        ["CalculateSessionResponse"] = typeof(CheckoutPreview),
        ["CalculatedAddonItem"] = typeof(CheckoutPreviewAddon),
        ["CalculatedProductCartItem"] = typeof(CheckoutPreviewItem),
        ["ChangePlanPreviewResponse"] = typeof(ChangePlanPreview),
        ["CheckoutCreditEntitlementItem"] = typeof(CheckoutCreditEntitlement),
        ["CreateCustomerPortalSessionResponse"] = typeof(CustomerPortalSession),
        ["CreateOneTimePaymentResponse"] = typeof(CreatedPayment),
        ["CreateSessionResponse"] = typeof(CheckoutSession),
        ["CreateSubscriptionChargeResponse"] = typeof(SubscriptionCharge),
        ["CreateSubscriptionResponse"] = typeof(CreatedSubscription),
        ["CreditBalanceLowPayload"] = typeof(CreditBalanceLow),
        ["CreditEntitlementCartResponse"] = typeof(SubscriptionCreditEntitlement),
        ["CreditEntitlementMappingResponse"] = typeof(ProductCreditEntitlement),
        ["CreditEntitlementUsageStatus"] = typeof(CreditEntitlementUsage),
        ["CreditLedgerEntryResponse"] = typeof(CreditLedgerEntry),
        ["CurrentBreakup"] = typeof(PriceBreakup),
        ["CustomFieldResponse"] = typeof(CustomFieldResponse),
        ["CustomerCreditEntitlementItem"] = typeof(CustomerCreditEntitlement),
        ["CustomerCreditEntitlementsResponse"] = typeof(ListResponse<CustomerCreditEntitlement>),
        ["CustomerEntitlementItem"] = typeof(CustomerEntitlement),
        ["CustomerEntitlementsResponse"] = typeof(ListResponse<CustomerEntitlement>),
        ["CustomerLimitedDetailsResponse"] = typeof(CustomerSummary),
        ["CustomerPaymentMethodCardSummary"] = typeof(SavedCard),
        ["CustomerPaymentMethodItem"] = typeof(SavedPaymentMethod),
        ["CustomerResponse"] = typeof(Customer),
        ["CustomerWalletResponse"] = typeof(CustomerWallet),
        ["CustomerWalletTransactionResponse"] = typeof(WalletLedgerEntry),
        ["CustomerWalletTransactionsResponse"] = typeof(ListResponse<WalletLedgerEntry>),
        ["CustomerWalletsResponse"] = typeof(CustomerWallets),
        ["DigitalProductDelivery"] = typeof(DigitalProductDelivery),
        ["DigitalProductDeliveryFile"] = typeof(DigitalFile),
        ["DiscountDetailResponse"] = typeof(AppliedDiscount),
        ["DiscountListItem"] = typeof(SubscriptionDiscount),
        ["DiscountResponse"] = typeof(Discount),
        ["DisputeResponse"] = typeof(Dispute),
        ["DunningAttemptPayload"] = typeof(DunningAttempt),
        ["EntitlementGrantResponse"] = typeof(EntitlementGrant),
        ["Feature"] = typeof(FeatureGrant),
        ["GetCheckoutSessionsStatus"] = typeof(CheckoutSessionStatus),
        ["GetCustomersListResponse"] = typeof(ListResponse<Customer>),
        ["GetDiscountsListResponse"] = typeof(ListResponse<Discount>),
        ["GetPaymentsListResponse"] = typeof(ListResponse<PaymentListItem>),
        ["GetPaymentsListResponseItem"] = typeof(PaymentListItem),
        ["GetProductResponse"] = typeof(Product),
        ["GetProductsListResponse"] = typeof(ListResponse<ProductListItem>),
        ["GetProductsListResponseItem"] = typeof(ProductListItem),
        ["GetRefundsListResponse"] = typeof(ListResponse<RefundListItem>),
        ["GetSubscriptionsListResponse"] = typeof(ListResponse<SubscriptionListItem>),
        ["GetWebhookSecretResponse"] = typeof(WebhookEndpointSecret),
        ["ImmediateCharge"] = typeof(PlanChangeCharge),
        ["IntegrationConfigResponse/0"] = typeof(FeatureFlagIntegration),
        ["IntegrationConfigResponse/1"] = typeof(GitHubIntegration),
        ["IntegrationConfigResponse/2"] = typeof(DiscordIntegration),
        ["IntegrationConfigResponse/3"] = typeof(TelegramIntegration),
        ["IntegrationConfigResponse/4"] = typeof(FigmaIntegration),
        ["IntegrationConfigResponse/5"] = typeof(FramerIntegration),
        ["IntegrationConfigResponse/6"] = typeof(NotionIntegration),
        ["IntegrationConfigResponse/7"] = typeof(DigitalFilesIntegration),
        ["IntegrationConfigResponse/8"] = typeof(LicenseKeyIntegration),
        ["LicenseKeyDuration"] = typeof(LicenseKeyDuration),
        ["LicenseKeyGrant"] = typeof(LicenseKeyGrant),
        ["LicenseKeyResponse"] = typeof(LicenseKey),
        ["LineItem/0"] = typeof(SubscriptionLineItem),
        ["LineItem/1"] = typeof(AddonLineItem),
        ["LineItem/2"] = typeof(MeterLineItem),
        ["LineItemSummary"] = typeof(PlanChangeSummary),
        ["ListCustomerPaymentMethodsResponse"] = typeof(ListResponse<SavedPaymentMethod>),
        ["ListEntitlementGrantsResponse"] = typeof(ListResponse<EntitlementGrant>),
        ["ListUsageHistoryResponse"] = typeof(ListResponse<UsagePeriod>),
        ["ListWebhooksResponse"] = typeof(WebhookEndpointList),
        ["MeterCartResponseItem"] = typeof(SubscriptionMeter),
        ["MeterCreditEntitlementCartResponse"] = typeof(SubscriptionMeterCreditEntitlement),
        ["MeterDetails"] = typeof(CheckoutPreviewMeter),
        ["MeterUsageItem"] = typeof(MeterUsage),
        ["OneTimeProductCartItemResponse"] = typeof(PurchasedItem),
        ["PaymentLineItem"] = typeof(PaymentLineItem),
        ["PaymentLineItemsResponse"] = typeof(PaymentLineItems),
        ["PaymentResponse"] = typeof(Payment),
        ["PayoutsResponse"] = typeof(Payout),
        ["Price/0"] = typeof(OneTimePrice),
        ["Price/1"] = typeof(RecurringPrice),
        ["Price/2"] = typeof(UsageBasedPrice),
        ["ProductEntitlementSummary"] = typeof(ProductEntitlement),
        ["RecurringBreakup"] = typeof(PriceBreakup),
        ["RefundListItem"] = typeof(RefundListItem),
        ["RefundResponse"] = typeof(Refund),
        ["ResolvedDigitalFile"] = typeof(DigitalFile),
        ["ResolvedDigitalFiles"] = typeof(DigitalProductDelivery),
        ["ScheduledAddonResponse"] = typeof(ScheduledAddon),
        ["ScheduledPlanChangeResponse"] = typeof(ScheduledPlanChange),
        ["SubscriptionCreditUsageResponse"] = typeof(SubscriptionCreditUsage),
        ["SubscriptionListResponseItem"] = typeof(SubscriptionListItem),
        ["SubscriptionResponse"] = typeof(Subscription),
        ["UpdatePaymentMethodResponse"] = typeof(PaymentMethodUpdateResult),
        ["UsageHistoryItem"] = typeof(UsagePeriod),
        ["WebhookDetails"] = typeof(WebhookEndpoint),
    };

    public static readonly Dictionary<string, Type> Unions = new(StringComparer.Ordinal)
    {
        ["CustomerRequest"] = typeof(CustomerReference),
        ["IntegrationConfigResponse"] = typeof(IntegrationConfig),
        ["LineItem"] = typeof(PlanChangeLineItem),
        ["Price"] = typeof(Price),
        ["UpdatePaymentMethodReq"] = typeof(PaymentMethodUpdate),
    };

    public static readonly Dictionary<string, Type> Values = new(StringComparer.Ordinal)
    {
        ["AbandonedCheckoutStatus"] = typeof(AbandonedCheckoutStatus),
        ["AbandonmentReason"] = typeof(AbandonmentReason),
        ["CancelReason"] = typeof(CancelReason),
        ["CancellationFeedback"] = typeof(CancellationFeedback),
        ["CbbLedgerTransactionType"] = typeof(CreditTransactionType),
        ["CbbOverageBehavior"] = typeof(OverageBehavior),
        ["CbbProrationBehavior"] = typeof(CreditProrationBehavior),
        ["CountryCodeAlpha2"] = typeof(CountryCode),
        ["Currency"] = typeof(Currency),
        ["CustomFieldType"] = typeof(CustomFieldType),
        ["CustomerEligibility"] = typeof(CustomerEligibility),
        ["CustomerEntitlementStatus"] = typeof(CustomerEntitlementStatus),
        ["CustomerLedgerEntryType"] = typeof(WalletEntryType),
        ["CustomerLedgerEventType"] = typeof(WalletEventType),
        ["DiscountType"] = typeof(DiscountType),
        ["DisputeStage"] = typeof(DisputeStage),
        ["DisputeStatus"] = typeof(DisputeStatus),
        ["DunningEmailSequenceType"] = typeof(DunningTrigger),
        ["DunningStatus"] = typeof(DunningStatus),
        ["EffectiveAt"] = typeof(PlanChangeTiming),
        ["EntitlementGrantStatus"] = typeof(EntitlementGrantStatus),
        ["EntitlementIntegrationType"] = typeof(EntitlementIntegrationType),
        ["EventType"] = typeof(WebhookEventType),
        ["FeatureType"] = typeof(FeatureType),
        ["FontSize"] = typeof(CheckoutFontSize),
        ["FontWeight"] = typeof(CheckoutFontWeight),
        ["FulfillmentMode"] = typeof(FulfillmentMode),
        ["GithubPermission"] = typeof(GitHubAccess),
        ["IntentStatus"] = typeof(PaymentStatus),
        ["LicenseKeySource"] = typeof(LicenseKeySource),
        ["LicenseKeyStatus"] = typeof(LicenseKeyStatus),
        ["OnPaymentFailure"] = typeof(PaymentFailurePolicy),
        ["PaymentMethod"] = typeof(PaymentMethodFamily),
        ["PaymentMethodTypes"] = typeof(PaymentMethodType),
        ["PaymentProvider"] = typeof(PaymentProvider),
        ["PaymentRefundStatus"] = typeof(PaymentRefundStatus),
        ["PayoutStatus"] = typeof(PayoutStatus),
        ["PricingMode"] = typeof(PricingMode),
        ["ProrationBillingMode"] = typeof(ProrationMode),
        ["RefundStatus"] = typeof(RefundStatus),
        ["SubscriptionStatus"] = typeof(SubscriptionStatus),
        ["TaxCategory"] = typeof(TaxCategory),
        ["ThemeMode"] = typeof(CheckoutThemeMode),
        ["TimeInterval"] = typeof(TimeInterval),
    };

    /// <summary>Documented by the API after the contract was frozen.</summary>
    public static readonly Dictionary<Type, string[]> Newer = new()
    {
        [typeof(CancelReason)] = ["cancelled_by_merchant_grace_period_expired"],
        [typeof(CheckoutFeatureFlags)] = ["require_tax_id", "require_cardholder_name"],
        [typeof(CheckoutPreview)] = ["payment_method_required", "subscriptions"],
        [typeof(CreatedSubscription)] = ["payment_method_required"],
        [typeof(Customer)] = ["blocked_at", "blocklist_entry_id"],
        [typeof(Dispute)] = ["customer", "reason", "brand_id", "payment_provider"],
        [typeof(DunningTrigger)] = ["past_due"],
        [typeof(EntitlementGrant)] = ["external_id"],
        [typeof(LicenseKeyGrant)] = ["id", "status"],
        [typeof(OneTimePrice)] = ["discount_bps"],
        [typeof(Payout)] = ["additional_docs"],
        [typeof(RecurringPrice)] =
        [
            "discount_bps",
            "trial_payment_method_optional",
            "zero_amount_payment_method_optional",
        ],
        [typeof(Subscription)] = ["has_payment_method", "past_due_ends_at"],
        [typeof(SubscriptionListItem)] = ["has_payment_method"],
        [typeof(UsageBasedPrice)] = ["discount_bps"],
        [typeof(ChangePlanRequest)] = ["collect_via_payment_link", "cancel_scheduled_change_plan"],
        [typeof(Payment)] = ["subscription_ids", "is_multi_subscription"],
        [typeof(PaymentListItem)] = ["subscription_ids", "is_multi_subscription"],
        [typeof(SubscriptionStatus)] = ["past_due"],
        [typeof(WebhookEventType)] = ["subscription.past_due"],
    };

    /// <summary>
    /// The models of schemas that the API has added since, by the schema's name in the newer contract.
    /// </summary>
    public static readonly Dictionary<string, Type> NewerModels = new(StringComparer.Ordinal)
    {
        ["CheckoutSubscriptionPreview"] = typeof(CheckoutPreviewSubscription),
        ["PaymentRetryResponse"] = typeof(PaymentRetry),
        ["PaymentRetryStateResponse"] = typeof(PaymentRetryState),
    };

    public static readonly IReadOnlyDictionary<string, Type> Models = Requests
        .Concat(Shared)
        .Concat(Responses)
        .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    public static IEnumerable<JsonPropertyInfo> Properties(Type model) =>
        SdkSerializer
            .Members.GetTypeInfo(model)
            .Properties.Where(property => !property.IsExtensionData && property.Get is not null);

    public static JsonTypeInfo TypeInfo(Type type) => SdkSerializer.Options.GetTypeInfo(type);

    public static PropertyInfo Property(Type model, string wireName) =>
        model.GetProperties().Single(property => string.Equals(WireName(property), wireName, StringComparison.Ordinal));

    public static string WireName(PropertyInfo property) =>
        property.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name
        ?? JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);

    /// <summary>
    /// The schema behind a key such as <c>PaymentResponse</c> or <c>Price/1</c>, with what it inherits merged in.
    /// </summary>
    public static JsonObject Schema(string key)
    {
        var parts = key.Split('/');
        var schema = Schemas[parts[0]]!;
        return Merge(
            parts.Length == 1
                ? schema
                : schema["oneOf"]![int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)]!
        );
    }

    public static JsonObject Merge(JsonNode schema)
    {
        if (Reference(schema) is { } name)
            return Merge(Schemas[name]!);
        if (schema["allOf"] is not JsonArray all)
            return schema.AsObject();
        var merged = new JsonObject { ["properties"] = new JsonObject(), ["required"] = new JsonArray() };
        foreach (var part in all.Select(part => Merge(part!)))
        {
            foreach (var (property, value) in part["properties"]!.AsObject())
                merged["properties"]![property] = value!.DeepClone();
            foreach (var required in part["required"]?.AsArray() ?? [])
                merged["required"]!.AsArray().Add(required!.DeepClone());
        }

        return merged;
    }

    public static string? Reference(JsonNode schema) => schema["$ref"]?.GetValue<string>().Split('/')[^1];

    /// <summary>The schema without the null that it also allows.</summary>
    public static (JsonNode Schema, bool Nullable) Unwrap(JsonNode schema)
    {
        if (schema["oneOf"] is JsonArray options && options.Any(IsNull))
            return (options.Single(option => !IsNull(option))!, true);
        return (schema, schema["type"] is JsonArray types && types.Any(type => type!.GetValue<string>() is "null"));

        static bool IsNull(JsonNode? option) => option!["type"] is JsonValue type && type.GetValue<string>() is "null";
    }

    public static string? TypeName(JsonNode schema) =>
        schema["type"] switch
        {
            JsonArray types => types.Select(type => type!.GetValue<string>()).Single(type => type is not "null"),
            JsonValue type => type.GetValue<string>(),
            _ => null,
        };

    public static HashSet<string> Required(JsonObject schema) =>
        [.. schema["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? []];

    /// <summary>Every schema that some operation sends or answers with, or that a webhook carries.</summary>
    public static HashSet<string> Reachable()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Walk(Endpoints);
        Walk(Webhooks);
        return found;

        void Walk(JsonNode? node)
        {
            switch (node)
            {
                case JsonObject schema:
                    if (Reference(schema) is { } name && found.Add(name))
                        Walk(Schemas[name]);
                    foreach (var (_, child) in schema)
                        Walk(child);
                    break;
                case JsonArray items:
                    foreach (var item in items)
                        Walk(item);
                    break;
            }
        }
    }

    private static JsonNode Load()
    {
        using var stream = typeof(Contract).Assembly.GetManifestResourceStream("dodo-contract.json")!;
        return JsonNode.Parse(stream)!;
    }
}
