namespace DodoUpsell.Emulator.Wire;

/// <summary>The error codes of the API that the emulator answers with.</summary>
internal static class ErrorCodes
{
    public const string Unauthorized = "UNAUTHORIZED";
    public const string NotFound = "NOT_FOUND";
    public const string InvalidRequestBody = "INVALID_REQUEST_BODY";
    public const string InvalidRequestParameters = "INVALID_REQUEST_PARAMETERS";
    public const string InvalidQueryParams = "INVALID_QUERY_PARAMS";
    public const string IntegerConversionFailure = "INTEGER_CONVERSION_FAILURE";
    public const string MaximumKeysReached = "MAXIMUM_KEYS_REACHED";
    public const string UnsupportedAction = "UNSUPPORTED_ACTION";

    // The misspelling is the API's own.
    public const string ProductCartEmpty = "PRODUCT_CART_EMTPY";
    public const string ProductIsDeleted = "PRODUCT_IS_DELETED";
    public const string NoEligiblePaymentMethods = "NO_ELIGIBLE_PAYMENT_METHODS";
    public const string PayWhatYouWantAmountRequired = "PAY_AS_YOU_WANT_AMOUNT_REQUIRED";
    public const string RequestAmountBelowMinimum = "REQUEST_AMOUNT_BELOW_MINIMUM";
    public const string TotalBelowMinimum = "TOTAL_PAYMENT_AMOUNT_BELOW_MINIMUM_AMOUNT";
    public const string UnsupportedCurrency = "UNSUPPORTED_CURRENCY";
    public const string UnsupportedBillingCurrency = "UNSUPPORTED_BILLING_CURRENCY";
    public const string InvalidDiscountCode = "INVALID_DISCOUNT_CODE";
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
