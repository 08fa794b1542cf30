namespace DodoUpsell;

public readonly partial record struct DodoErrorCode
{
    /// <summary>The API key is missing, wrong, or does not have the permission.</summary>
    public static DodoErrorCode Unauthorized => new("UNAUTHORIZED");

    /// <summary>The business is still in test mode, but live mode was called.</summary>
    public static DodoErrorCode MerchantNotLive => new("MERCHANT_NOT_LIVE");

    /// <summary>The object does not exist in this environment.</summary>
    public static DodoErrorCode NotFound => new("NOT_FOUND");

    /// <summary>The rate limit was exceeded. Nothing was executed.</summary>
    public static DodoErrorCode TooManyRequests => new("TOO_MANY_REQUESTS");

    /// <summary>An error occurred on the server.</summary>
    public static DodoErrorCode InternalServerError => new("INTERNAL_SERVER_ERROR");

    /// <summary>A number could not be converted.</summary>
    public static DodoErrorCode IntegerConversionFailure => new("INTEGER_CONVERSION_FAILURE");

    /// <summary>The body is malformed or does not match the schema.</summary>
    public static DodoErrorCode InvalidRequestBody => new("INVALID_REQUEST_BODY");

    /// <summary>The request is well formed but not valid.</summary>
    public static DodoErrorCode InvalidRequestParameters => new("INVALID_REQUEST_PARAMETERS");

    /// <summary>The query is malformed, or its parts are mutually exclusive.</summary>
    public static DodoErrorCode InvalidQueryParams => new("INVALID_QUERY_PARAMS");

    /// <summary>The metadata has more than 50 pairs.</summary>
    public static DodoErrorCode MaximumKeysReached => new("MAXIMUM_KEYS_REACHED");

    /// <summary>The object does not allow this action.</summary>
    public static DodoErrorCode UnsupportedAction => new("UNSUPPORTED_ACTION");

    /// <summary>The session has already produced a payment.</summary>
    public static DodoErrorCode CheckoutSessionConsumed => new("CHECKOUT_SESSION_CONSUMED");

    /// <summary>No payment method is available for this cart, country and currency.</summary>
    public static DodoErrorCode NoEligiblePaymentMethods => new("NO_ELIGIBLE_PAYMENT_METHODS");

    /// <summary>An earlier payment is not final yet.</summary>
    public static DodoErrorCode PreviousPaymentPending => new("PREVIOUS_PAYMENT_PENDING");

    /// <summary>The payment did not succeed.</summary>
    public static DodoErrorCode PaymentNotSucceeded => new("PAYMENT_NOT_SUCCEEDED");

    /// <summary>The payment did not succeed.</summary>
    public static DodoErrorCode UnsuccessfulPaymentId => new("UNSUCCESSFUL_PAYMENT_ID");

    /// <summary>The cart is empty (the API spells the code this way).</summary>
    public static DodoErrorCode ProductCartEmpty => new("PRODUCT_CART_EMTPY");

    /// <summary>The product is archived.</summary>
    public static DodoErrorCode ProductIsDeleted => new("PRODUCT_IS_DELETED");

    /// <summary>The product is incomplete.</summary>
    public static DodoErrorCode MissingProductInformation => new("MISSING_PRODUCT_INFORMATION");

    /// <summary>The cart contains products of several brands.</summary>
    public static DodoErrorCode BrandMismatch => new("BRAND_MISMATCH");

    /// <summary>The brand is disabled.</summary>
    public static DodoErrorCode BrandNotEnabled => new("BRAND_NOT_ENABLED");

    /// <summary>A pay-what-you-want product requires an amount.</summary>
    public static DodoErrorCode PayAsYouWantAmountRequired => new("PAY_AS_YOU_WANT_AMOUNT_REQUIRED");

    /// <summary>The suggested price is not valid.</summary>
    public static DodoErrorCode InvalidSuggestedPrice => new("INVALID_SUGGESTED_PRICE");

    /// <summary>The amount is below the product's minimum.</summary>
    public static DodoErrorCode RequestAmountBelowMinimum => new("REQUEST_AMOUNT_BELOW_MINIMUM");

    /// <summary>The total is below the minimum charge in that currency.</summary>
    public static DodoErrorCode TotalPaymentAmountBelowMinimumAmount { get; } =
        new("TOTAL_PAYMENT_AMOUNT_BELOW_MINIMUM_AMOUNT");

    /// <summary>Sales to the country are not supported.</summary>
    public static DodoErrorCode UnsupportedCountry => new("UNSUPPORTED_COUNTRY");

    /// <summary>The currency is not supported.</summary>
    public static DodoErrorCode UnsupportedCurrency => new("UNSUPPORTED_CURRENCY");

    /// <summary>The billing currency is not supported here.</summary>
    public static DodoErrorCode UnsupportedBillingCurrency => new("UNSUPPORTED_BILLING_CURRENCY");

    /// <summary>The tax category is not supported.</summary>
    public static DodoErrorCode UnsupportedTaxCategory => new("UNSUPPORTED_TAX_CATEGORY");

    /// <summary>No exchange rate is currently available.</summary>
    public static DodoErrorCode ExchangeRateNotFound => new("EXCHANGE_RATE_NOT_FOUND");

    /// <summary>The tax id failed validation.</summary>
    public static DodoErrorCode InvalidTaxId => new("INVALID_TAX_ID");

    /// <summary>The merchant's own processor is disabled.</summary>
    public static DodoErrorCode ByopConnectorDisabled => new("BYOP_CONNECTOR_DISABLED");

    /// <summary>The merchant's own processor requires an invoice address.</summary>
    public static DodoErrorCode ByopCustomInvoiceAddressMissing => new("BYOP_CUSTOM_INVOICE_ADDRESS_MISSING");

    /// <summary>An earlier plan change is still waiting for its payment.</summary>
    public static DodoErrorCode PendingPlanChangeExists => new("PENDING_PLAN_CHANGE_EXISTS");

    /// <summary>A plan change is already scheduled.</summary>
    public static DodoErrorCode ScheduledPlanChangeExists => new("SCHEDULED_PLAN_CHANGE_EXISTS");

    /// <summary>No plan change is scheduled.</summary>
    public static DodoErrorCode ScheduledPlanChangeNotFound => new("SCHEDULED_PLAN_CHANGE_NOT_FOUND");

    /// <summary>Only an active subscription can change its plan.</summary>
    public static DodoErrorCode InactiveSubscriptionPlanChangeNotSupported { get; } =
        new("INACTIVE_SUBSCRIPTION_PLAN_CHANGE_NOT_SUPPORTED");

    /// <summary>An on-demand subscription has no plan to change.</summary>
    public static DodoErrorCode OnDemandPlanChangeNotSupported => new("ON_DEMAND_PLAN_CHANGE_NOT_SUPPORTED");

    /// <summary>The subscription is scheduled for cancellation.</summary>
    public static DodoErrorCode PlanChangeNotAllowedForScheduledCancellation { get; } =
        new("PLAN_CHANGE_NOT_ALLOWED_FOR_SCHEDULED_CANCELLATION");

    /// <summary>A scheduled change supports only full_immediately.</summary>
    public static DodoErrorCode InvalidProrationModeWithNextBillingDate { get; } =
        new("INVALID_PRORATION_MODE_WITH_NEXT_BILLING_DATE");

    /// <summary>The subscription is not active.</summary>
    public static DodoErrorCode SubscriptionInactive => new("SUBSCRIPTION_INACTIVE");

    /// <summary>The subscription has reached the end of its term.</summary>
    public static DodoErrorCode SubscriptionExpired => new("SUBSCRIPTION_EXPIRED");

    /// <summary>Only on-demand subscriptions can be charged this way.</summary>
    public static DodoErrorCode SubscriptionNotOnDemand => new("SUBSCRIPTION_NOT_ON_DEMAND");

    /// <summary>The subscription is scheduled for cancellation.</summary>
    public static DodoErrorCode ChargeNotAllowedForScheduledCancellation { get; } =
        new("CHARGE_NOT_ALLOWED_FOR_SCHEDULED_CANCELLATION");

    /// <summary>More than 10 attempts were made.</summary>
    public static DodoErrorCode SubscriptionPaymentRetryLimitExceeded { get; } =
        new("SUBSCRIPTION_PAYMENT_RETRY_LIMIT_EXCEEDED");

    /// <summary>The business allows one subscription for each customer.</summary>
    public static DodoErrorCode CustomerHasExistingSubscription => new("CUSTOMER_HAS_EXISTING_SUBSCRIPTION");

    /// <summary>On-demand subscriptions do not support add-ons.</summary>
    public static DodoErrorCode AddonsNotAllowedForOnDemand => new("ADDONS_NOT_ALLOWED_FOR_ON_DEMAND");

    /// <summary>Usage-based products do not support add-ons.</summary>
    public static DodoErrorCode AddonsInUsageBasedBillingNotSupported { get; } =
        new("ADDONS_IN_USAGE_BASED_BILLING_NOT_SUPPORTED");

    /// <summary>An add-on occurs twice.</summary>
    public static DodoErrorCode DuplicateAddonIdsInRequest => new("DUPLICATE_ADDON_IDS_IN_REQUEST");

    /// <summary>An add-on is unknown.</summary>
    public static DodoErrorCode MissingAddonIds => new("MISSING_ADDON_IDS");

    /// <summary>On-demand subscriptions cannot be bought together with one-time products.</summary>
    public static DodoErrorCode OneTimeProductsNotAllowedForOnDemand { get; } =
        new("ONE_TIME_PRODUCTS_NOT_ALLOWED_FOR_ON_DEMAND");

    /// <summary>A usage-based product cannot be on-demand.</summary>
    public static DodoErrorCode OnDemandUsageBasedBillingNotSupported { get; } =
        new("ON_DEMAND_USAGE_BASED_BILLING_NOT_SUPPORTED");

    /// <summary>The quantity is not allowed. Usage-based products allow only 1.</summary>
    public static DodoErrorCode InvalidQuantity => new("INVALID_QUANTITY");

    /// <summary>Plan changes are disabled in the customer portal.</summary>
    public static DodoErrorCode PlanChangeForCustomerPortalDisabled { get; } =
        new("PLAN_CHANGE_FOR_CUSTOMER_PORTAL_DISABLED");

    /// <summary>Scheduling is disabled in the customer portal.</summary>
    public static DodoErrorCode SchedulePlanChangeForCustomerPortalDisabled { get; } =
        new("SCHEDULE_PLAN_CHANGE_FOR_CUSTOMER_PORTAL_DISABLED");

    /// <summary>Cancelling a scheduled change is disabled in the customer portal.</summary>
    public static DodoErrorCode CancelScheduledPlanChangeForCustomerPortalDisabled { get; } =
        new("CANCEL_SCHEDULED_PLAN_CHANGE_FOR_CUSTOMER_PORTAL_DISABLED");

    /// <summary>The customer portal cannot change plans without billing.</summary>
    public static DodoErrorCode DoNotBillNotAllowedInCustomerPortal { get; } =
        new("DO_NOT_BILL_NOT_ALLOWED_IN_CUSTOMER_PORTAL");

    /// <summary>Another redemption held the lock of the code. Nothing was executed.</summary>
    public static DodoErrorCode DiscountConcurrentRedemption => new("DISCOUNT_CONCURRENT_REDEMPTION");

    /// <summary>The code is used up.</summary>
    public static DodoErrorCode DiscountCodeUsageLimitExceeded => new("DISCOUNT_CODE_USAGE_LIMIT_EXCEEDED");

    /// <summary>The customer has used up the code.</summary>
    public static DodoErrorCode DiscountPerCustomerUsageLimitExceeded { get; } =
        new("DISCOUNT_PER_CUSTOMER_USAGE_LIMIT_EXCEEDED");

    /// <summary>The code has expired.</summary>
    public static DodoErrorCode DiscountCodeExpired => new("DISCOUNT_CODE_EXPIRED");

    /// <summary>The code is not valid yet.</summary>
    public static DodoErrorCode DiscountNotYetActive => new("DISCOUNT_NOT_YET_ACTIVE");

    /// <summary>The customer is not eligible for the code.</summary>
    public static DodoErrorCode DiscountCustomerNotEligible => new("DISCOUNT_CUSTOMER_NOT_ELIGIBLE");

    /// <summary>The cart is below the code's minimum.</summary>
    public static DodoErrorCode DiscountMinimumSubtotalNotMet => new("DISCOUNT_MINIMUM_SUBTOTAL_NOT_MET");

    /// <summary>The code does not apply to this product.</summary>
    public static DodoErrorCode DiscountNotAvailableForProduct => new("DISCOUNT_NOT_AVAILABLE_FOR_PRODUCT");

    /// <summary>The code does not apply to the new plan.</summary>
    public static DodoErrorCode DiscountNotApplicableToNewProduct { get; } =
        new("DISCOUNT_NOT_APPLICABLE_TO_NEW_PRODUCT");

    /// <summary>On-demand subscriptions do not support discounts.</summary>
    public static DodoErrorCode DiscountNotAvailableForOnDemand => new("DISCOUNT_NOT_AVAILABLE_FOR_ON_DEMAND");

    /// <summary>The subscription already has the code.</summary>
    public static DodoErrorCode DiscountAlreadyUsedOnSubscription { get; } =
        new("DISCOUNT_ALREADY_USED_ON_SUBSCRIPTION");

    /// <summary>The code is unknown, or applies to nothing in the cart.</summary>
    public static DodoErrorCode InvalidDiscountCode => new("INVALID_DISCOUNT_CODE");

    /// <summary>The percentage is out of range.</summary>
    public static DodoErrorCode InvalidPercentage => new("INVALID_PERCENTAGE");

    /// <summary>The discount type is not supported here.</summary>
    public static DodoErrorCode UnsupportedDiscountType => new("UNSUPPORTED_DISCOUNT_TYPE");

    /// <summary>A currency option is not valid.</summary>
    public static DodoErrorCode DiscountCurrencyOptionInvalid => new("DISCOUNT_CURRENCY_OPTION_INVALID");

    /// <summary>Another discount has this code.</summary>
    public static DodoErrorCode DiscountCodeAlreadyExists => new("DISCOUNT_CODE_ALREADY_EXISTS");

    /// <summary>The wallet balance is lower than the debit.</summary>
    public static DodoErrorCode InsufficientWalletFunds => new("INSUFFICIENT_WALLET_FUNDS");

    /// <summary>The adjustment would make the balance negative.</summary>
    public static DodoErrorCode NegativeBalanceAdjustment => new("NEGATIVE_BALANCE_ADJUSTMENT");

    /// <summary>An earlier refund of this payment is still in progress.</summary>
    public static DodoErrorCode ExistingRefundRequestProcessing => new("EXISTING_REFUND_REQUEST_PROCESSING");

    /// <summary>Prorated line items of a plan change cannot be refunded individually.</summary>
    public static DodoErrorCode LineItemProrated => new("LINE_ITEM_PRORATED");

    /// <summary>The payment has already been refunded.</summary>
    public static DodoErrorCode PaymentAlreadyRefunded => new("PAYMENT_ALREADY_REFUNDED");

    /// <summary>The payment has already been refunded.</summary>
    public static DodoErrorCode PaymentHasBeenRefunded => new("PAYMENT_HAS_BEEN_REFUNDED");

    /// <summary>Nothing is left to refund.</summary>
    public static DodoErrorCode NothingToRefund => new("NOTHING_TO_REFUND");

    /// <summary>The payment can be refunded only as a whole.</summary>
    public static DodoErrorCode PartialRefundNotAllowed => new("PARTIAL_REFUND_NOT_ALLOWED");

    /// <summary>The refund is higher than the amount paid.</summary>
    public static DodoErrorCode RefundAmountExceedsPaidAmount => new("REFUND_AMOUNT_EXCEEDS_PAID_AMOUNT");

    /// <summary>The refund period of 30 days has expired.</summary>
    public static DodoErrorCode RefundWindowExpired => new("REFUND_WINDOW_EXPIRED");

    /// <summary>A payment of zero cannot be refunded.</summary>
    public static DodoErrorCode ZeroAmountPaymentRefundNotAllowed { get; } =
        new("ZERO_AMOUNT_PAYMENT_REFUND_NOT_ALLOWED");

    /// <summary>An item occurs twice.</summary>
    public static DodoErrorCode DuplicateLineItemsInRequest => new("DUPLICATE_LINE_ITEMS_IN_REQUEST");

    /// <summary>
    /// A failed renewal was retried the maximum number of times, or too recently. Nothing was executed.
    /// </summary>
    public static DodoErrorCode ManualRetryLimitReached => new("MANUAL_RETRY_LIMIT_REACHED");

    /// <summary>
    /// The payment method was declined for good, so the renewal is not retried with it. Nothing was executed.
    /// </summary>
    public static DodoErrorCode ManualRetryHardDecline => new("MANUAL_RETRY_HARD_DECLINE");

    /// <inheritdoc/>
    public static IReadOnlyList<DodoErrorCode> KnownValues { get; } =
    [
        Unauthorized,
        MerchantNotLive,
        NotFound,
        TooManyRequests,
        InternalServerError,
        IntegerConversionFailure,
        InvalidRequestBody,
        InvalidRequestParameters,
        InvalidQueryParams,
        MaximumKeysReached,
        UnsupportedAction,
        CheckoutSessionConsumed,
        NoEligiblePaymentMethods,
        PreviousPaymentPending,
        PaymentNotSucceeded,
        UnsuccessfulPaymentId,
        ProductCartEmpty,
        ProductIsDeleted,
        MissingProductInformation,
        BrandMismatch,
        BrandNotEnabled,
        PayAsYouWantAmountRequired,
        InvalidSuggestedPrice,
        RequestAmountBelowMinimum,
        TotalPaymentAmountBelowMinimumAmount,
        UnsupportedCountry,
        UnsupportedCurrency,
        UnsupportedBillingCurrency,
        UnsupportedTaxCategory,
        ExchangeRateNotFound,
        InvalidTaxId,
        ByopConnectorDisabled,
        ByopCustomInvoiceAddressMissing,
        PendingPlanChangeExists,
        ScheduledPlanChangeExists,
        ScheduledPlanChangeNotFound,
        InactiveSubscriptionPlanChangeNotSupported,
        OnDemandPlanChangeNotSupported,
        PlanChangeNotAllowedForScheduledCancellation,
        InvalidProrationModeWithNextBillingDate,
        SubscriptionInactive,
        SubscriptionExpired,
        SubscriptionNotOnDemand,
        ChargeNotAllowedForScheduledCancellation,
        SubscriptionPaymentRetryLimitExceeded,
        CustomerHasExistingSubscription,
        AddonsNotAllowedForOnDemand,
        AddonsInUsageBasedBillingNotSupported,
        DuplicateAddonIdsInRequest,
        MissingAddonIds,
        OneTimeProductsNotAllowedForOnDemand,
        OnDemandUsageBasedBillingNotSupported,
        InvalidQuantity,
        PlanChangeForCustomerPortalDisabled,
        SchedulePlanChangeForCustomerPortalDisabled,
        CancelScheduledPlanChangeForCustomerPortalDisabled,
        DoNotBillNotAllowedInCustomerPortal,
        DiscountConcurrentRedemption,
        DiscountCodeUsageLimitExceeded,
        DiscountPerCustomerUsageLimitExceeded,
        DiscountCodeExpired,
        DiscountNotYetActive,
        DiscountCustomerNotEligible,
        DiscountMinimumSubtotalNotMet,
        DiscountNotAvailableForProduct,
        DiscountNotApplicableToNewProduct,
        DiscountNotAvailableForOnDemand,
        DiscountAlreadyUsedOnSubscription,
        InvalidDiscountCode,
        InvalidPercentage,
        UnsupportedDiscountType,
        DiscountCurrencyOptionInvalid,
        DiscountCodeAlreadyExists,
        InsufficientWalletFunds,
        NegativeBalanceAdjustment,
        ExistingRefundRequestProcessing,
        LineItemProrated,
        PaymentAlreadyRefunded,
        PaymentHasBeenRefunded,
        NothingToRefund,
        PartialRefundNotAllowed,
        RefundAmountExceedsPaidAmount,
        RefundWindowExpired,
        ZeroAmountPaymentRefundNotAllowed,
        DuplicateLineItemsInRequest,
        ManualRetryLimitReached,
        ManualRetryHardDecline,
    ];
}
