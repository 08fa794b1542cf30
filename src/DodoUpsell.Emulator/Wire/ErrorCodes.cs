namespace DodoUpsell.Emulator.Wire;

/// <summary>The error codes of the API that the emulator returns.</summary>
internal static class ErrorCodes
{
    public const string Unauthorized = "UNAUTHORIZED";
    public const string Forbidden = "FORBIDDEN";
    public const string NotFound = "NOT_FOUND";
    public const string InvalidRequestBody = "INVALID_REQUEST_BODY";
    public const string InvalidRequestParameters = "INVALID_REQUEST_PARAMETERS";
    public const string InvalidQueryParams = "INVALID_QUERY_PARAMS";
    public const string IntegerConversionFailure = "INTEGER_CONVERSION_FAILURE";
    public const string MaximumKeysReached = "MAXIMUM_KEYS_REACHED";
    public const string UnsupportedAction = "UNSUPPORTED_ACTION";

    // The spelling is the API's own.
    public const string ProductCartEmpty = "PRODUCT_CART_EMTPY";
    public const string ProductIsDeleted = "PRODUCT_IS_DELETED";
    public const string NoEligiblePaymentMethods = "NO_ELIGIBLE_PAYMENT_METHODS";
    public const string PayWhatYouWantAmountRequired = "PAY_AS_YOU_WANT_AMOUNT_REQUIRED";
    public const string RequestAmountBelowMinimum = "REQUEST_AMOUNT_BELOW_MINIMUM";
    public const string TotalBelowMinimum = "TOTAL_PAYMENT_AMOUNT_BELOW_MINIMUM_AMOUNT";
    public const string UnsupportedCurrency = "UNSUPPORTED_CURRENCY";
    public const string UnsupportedBillingCurrency = "UNSUPPORTED_BILLING_CURRENCY";
    public const string PreviousPaymentPending = "PREVIOUS_PAYMENT_PENDING";
    public const string ExchangeRateNotFound = "EXCHANGE_RATE_NOT_FOUND";
    public const string InvalidQuantity = "INVALID_QUANTITY";

    // No code is documented for this 409.
    public const string PaymentMethodInUse = "PAYMENT_METHOD_IN_USE";

    public const string SubscriptionInactive = "SUBSCRIPTION_INACTIVE";
    public const string SubscriptionExpired = "SUBSCRIPTION_EXPIRED";
    public const string SubscriptionNotOnDemand = "SUBSCRIPTION_NOT_ON_DEMAND";
    public const string ChargeNotAllowedForScheduledCancellation = "CHARGE_NOT_ALLOWED_FOR_SCHEDULED_CANCELLATION";
    public const string SubscriptionRetryLimitExceeded = "SUBSCRIPTION_PAYMENT_RETRY_LIMIT_EXCEEDED";
    public const string ManualRetryLimitReached = "MANUAL_RETRY_LIMIT_REACHED";
    public const string ManualRetryHardDecline = "MANUAL_RETRY_HARD_DECLINE";
    public const string CustomerHasExistingSubscription = "CUSTOMER_HAS_EXISTING_SUBSCRIPTION";
    public const string AddonsNotAllowedForOnDemand = "ADDONS_NOT_ALLOWED_FOR_ON_DEMAND";
    public const string AddonsNotAllowedForUsageBased = "ADDONS_IN_USAGE_BASED_BILLING_NOT_SUPPORTED";
    public const string OneTimeNotAllowedForOnDemand = "ONE_TIME_PRODUCTS_NOT_ALLOWED_FOR_ON_DEMAND";
    public const string OnDemandUsageBased = "ON_DEMAND_USAGE_BASED_BILLING_NOT_SUPPORTED";

    public const string PendingPlanChangeExists = "PENDING_PLAN_CHANGE_EXISTS";
    public const string ScheduledPlanChangeExists = "SCHEDULED_PLAN_CHANGE_EXISTS";
    public const string ScheduledPlanChangeNotFound = "SCHEDULED_PLAN_CHANGE_NOT_FOUND";
    public const string InactivePlanChange = "INACTIVE_SUBSCRIPTION_PLAN_CHANGE_NOT_SUPPORTED";
    public const string OnDemandPlanChange = "ON_DEMAND_PLAN_CHANGE_NOT_SUPPORTED";
    public const string PlanChangeDuringScheduledCancellation = "PLAN_CHANGE_NOT_ALLOWED_FOR_SCHEDULED_CANCELLATION";
    public const string InvalidProrationMode = "INVALID_PRORATION_MODE_WITH_NEXT_BILLING_DATE";

    public const string InvalidDiscountCode = "INVALID_DISCOUNT_CODE";
    public const string InvalidPercentage = "INVALID_PERCENTAGE";
    public const string UnsupportedDiscountType = "UNSUPPORTED_DISCOUNT_TYPE";
    public const string DiscountCurrencyOptionInvalid = "DISCOUNT_CURRENCY_OPTION_INVALID";
    public const string DiscountCodeAlreadyExists = "DISCOUNT_CODE_ALREADY_EXISTS";
    public const string DiscountNotYetActive = "DISCOUNT_NOT_YET_ACTIVE";
    public const string DiscountCodeExpired = "DISCOUNT_CODE_EXPIRED";
    public const string DiscountUsageLimitExceeded = "DISCOUNT_CODE_USAGE_LIMIT_EXCEEDED";
    public const string DiscountPerCustomerLimitExceeded = "DISCOUNT_PER_CUSTOMER_USAGE_LIMIT_EXCEEDED";
    public const string DiscountCustomerNotEligible = "DISCOUNT_CUSTOMER_NOT_ELIGIBLE";
    public const string DiscountMinimumSubtotalNotMet = "DISCOUNT_MINIMUM_SUBTOTAL_NOT_MET";
    public const string DiscountNotAvailableForProduct = "DISCOUNT_NOT_AVAILABLE_FOR_PRODUCT";
    public const string DiscountNotApplicableToNewProduct = "DISCOUNT_NOT_APPLICABLE_TO_NEW_PRODUCT";
    public const string DiscountNotAvailableForOnDemand = "DISCOUNT_NOT_AVAILABLE_FOR_ON_DEMAND";
    public const string DiscountAlreadyUsed = "DISCOUNT_ALREADY_USED_ON_SUBSCRIPTION";
    public const string DuplicateAddonIds = "DUPLICATE_ADDON_IDS_IN_REQUEST";
    public const string MissingAddonIds = "MISSING_ADDON_IDS";

    public const string CheckoutSessionConsumed = "CHECKOUT_SESSION_CONSUMED";
    public const string PaymentNotSucceeded = "PAYMENT_NOT_SUCCEEDED";
    public const string ExistingRefundProcessing = "EXISTING_REFUND_REQUEST_PROCESSING";
    public const string PaymentAlreadyRefunded = "PAYMENT_ALREADY_REFUNDED";
    public const string NothingToRefund = "NOTHING_TO_REFUND";
    public const string PartialRefundNotAllowed = "PARTIAL_REFUND_NOT_ALLOWED";
    public const string RefundExceedsPaidAmount = "REFUND_AMOUNT_EXCEEDS_PAID_AMOUNT";
    public const string RefundWindowExpired = "REFUND_WINDOW_EXPIRED";
    public const string ZeroAmountRefundNotAllowed = "ZERO_AMOUNT_PAYMENT_REFUND_NOT_ALLOWED";
    public const string DuplicateLineItems = "DUPLICATE_LINE_ITEMS_IN_REQUEST";
    public const string LineItemNotFound = "LINE_ITEM_NOT_FOUND";
    public const string LineItemFullyRefunded = "LINE_ITEM_FULLY_REFUNDED";
    public const string LineItemRefundTooHigh = "LINE_ITEM_REFUND_AMOUNT_TOO_HIGH";
    public const string LineItemRefundTooLow = "LINE_ITEM_REFUND_AMOUNT_TOO_LOW";
    public const string LineItemProrated = "LINE_ITEM_PRORATED";

    public const string InsufficientWalletFunds = "INSUFFICIENT_WALLET_FUNDS";
}
