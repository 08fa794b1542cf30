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
}
