using System.Net;
using static DodoUpsell.DodoErrorCode;

namespace DodoUpsell.Http;

/// <summary>Recommends what to do about an API error, by its code or otherwise by its status.</summary>
internal static class ErrorAdvice
{
    private static readonly Dictionary<DodoErrorCode, string> ByCode = new()
    {
        [Unauthorized] =
            "Check ApiKey, and that it belongs to the chosen Environment. A read-only key cannot change anything.",
        [MerchantNotLive] = "Use Environment = Test, or have the business activated.",
        [NotFound] = "Check the id. Test and live mode have separate objects.",
        [TooManyRequests] =
            "Wait for RetryAfter, or set RateLimit to the account's tier so that the client delays bursts.",
        [InternalServerError] =
            "Try again later. If it happens again, contact Dodo Payments support with the time of the call.",
        [IntegerConversionFailure] = "Check the amounts and quantities of the request.",
        [InvalidRequestBody] = "Correct the request as the message says.",
        [InvalidRequestParameters] = "Correct the request as the message says. Dates must be in the future.",
        [InvalidQueryParams] = "Check the filters and the page size.",
        [MaximumKeysReached] = "Send fewer metadata pairs.",
        [UnsupportedAction] = "Read the object and check its type and status.",
        [CheckoutSessionConsumed] = "Read the session and its payment. Do not create another charge.",
        [NoEligiblePaymentMethods] = "Add types to AllowedPaymentMethodTypes. Always include credit and debit.",
        [PreviousPaymentPending] = "Wait until that payment is final, then read again.",
        [PaymentNotSucceeded] = "Read the payment's status first.",
        [UnsuccessfulPaymentId] = "Read the payment's status first.",
        [ProductCartEmpty] = "Send at least one product.",
        [ProductIsDeleted] = "Offer another product.",
        [MissingProductInformation] = "Complete the product in the dashboard.",
        [BrandMismatch] = "Use products of one brand only.",
        [BrandNotEnabled] = "Enable the brand in the dashboard.",
        [PayAsYouWantAmountRequired] = "Set Amount on the cart item.",
        [InvalidSuggestedPrice] = "Set the suggested price to the minimum or more.",
        [RequestAmountBelowMinimum] = "Set Amount to the product's price or more.",
        [TotalPaymentAmountBelowMinimumAmount] = "Increase the total, or use a smaller discount.",
        [UnsupportedCountry] = "Compare with Reference.ListSupportedCountriesAsync.",
        [UnsupportedCurrency] = "Use another currency.",
        [UnsupportedBillingCurrency] = "Leave BillingCurrency out, or enable adaptive pricing.",
        [UnsupportedTaxCategory] = "Change the product's tax category.",
        [ExchangeRateNotFound] = "Try again later, or charge in the product's own currency.",
        [InvalidTaxId] = "Correct TaxId, or leave it out.",
        [ByopConnectorDisabled] = "Enable the connector in the dashboard.",
        [ByopCustomInvoiceAddressMissing] = "Add the address in the dashboard.",
        [PendingPlanChangeExists] =
            "Wait until that payment is final, then read the subscription again. Do not repeat the call.",
        [ScheduledPlanChangeExists] =
            "Cancel it with CancelScheduledChangeAsync, or replace it with CancelScheduledChangePlan.",
        [ScheduledPlanChangeNotFound] = "No action is needed: there is nothing to cancel.",
        [InactiveSubscriptionPlanChangeNotSupported] = "Make the subscription active first.",
        [OnDemandPlanChangeNotSupported] = "Use ChargeAsync for on-demand subscriptions.",
        [PlanChangeNotAllowedForScheduledCancellation] = "Clear CancelAtNextBillingDate first, then change the plan.",
        [InvalidProrationModeWithNextBillingDate] = "Use ProrationMode.FullImmediately with NextBillingDate.",
        [SubscriptionInactive] = "Read the subscription's status first.",
        [SubscriptionExpired] = "Sell a new subscription.",
        [SubscriptionNotOnDemand] = "Use a plan change, or a separate payment.",
        [ChargeNotAllowedForScheduledCancellation] = "Clear CancelAtNextBillingDate first.",
        [SubscriptionPaymentRetryLimitExceeded] = "Ask the customer for another payment method.",
        [CustomerHasExistingSubscription] = "Change the plan of the existing subscription instead.",
        [AddonsNotAllowedForOnDemand] = "Leave the add-ons out.",
        [AddonsInUsageBasedBillingNotSupported] = "Leave the add-ons out.",
        [DuplicateAddonIdsInRequest] = "List each add-on once, with its quantity.",
        [MissingAddonIds] = "Check the add-on ids, and that they are attached to the product.",
        [OneTimeProductsNotAllowedForOnDemand] = "Sell one-time products separately.",
        [OnDemandUsageBasedBillingNotSupported] = "Use either on-demand or usage-based billing.",
        [InvalidQuantity] = "Use a quantity of 1.",
        [PlanChangeForCustomerPortalDisabled] = "Change the plan through the API, or enable it in the dashboard.",
        [SchedulePlanChangeForCustomerPortalDisabled] = "Schedule through the API, or enable it in the dashboard.",
        [CancelScheduledPlanChangeForCustomerPortalDisabled] = "Cancel through the API, or enable it in the dashboard.",
        [DoNotBillNotAllowedInCustomerPortal] = "Change the plan through the API.",
        [DiscountConcurrentRedemption] = "Try again shortly. The code is not used up.",
        [DiscountCodeUsageLimitExceeded] = "Leave the code out, or raise its limit.",
        [DiscountPerCustomerUsageLimitExceeded] = "Leave the code out for this customer.",
        [DiscountCodeExpired] = "Leave the code out, or extend its validity.",
        [DiscountNotYetActive] = "Wait for its start, or leave it out.",
        [DiscountCustomerNotEligible] = "Leave the code out, or change its eligibility.",
        [DiscountMinimumSubtotalNotMet] = "Leave the code out, or add products to the cart.",
        [DiscountNotAvailableForProduct] = "Leave the code out, or allow it for this product.",
        [DiscountNotApplicableToNewProduct] = "Leave the code out of the plan change.",
        [DiscountNotAvailableForOnDemand] = "Leave the code out.",
        [DiscountAlreadyUsedOnSubscription] = "Leave the code out.",
        [InvalidDiscountCode] = "Check the code's spelling and its products.",
        [InvalidPercentage] = "Use 0 to 10000 basis points; 1500 is 15 %.",
        [UnsupportedDiscountType] = "Use a percentage, or a flat discount with currency options.",
        [DiscountCurrencyOptionInvalid] = "Specify each currency once, and one default.",
        [DiscountCodeAlreadyExists] = "Choose another code, or update the existing discount.",
        [InsufficientWalletFunds] = "Read the balance first.",
        [NegativeBalanceAdjustment] = "Read the balance first.",
        [ExistingRefundRequestProcessing] = "Wait until the refund is final, then read the payment again.",
        [LineItemProrated] = "Refund the payment as a whole.",
        [PaymentAlreadyRefunded] = "No action is needed.",
        [PaymentHasBeenRefunded] = "No action is needed.",
        [NothingToRefund] = "No action is needed.",
        [PartialRefundNotAllowed] = "Leave Items out.",
        [RefundAmountExceedsPaidAmount] = "Read the payment's line items and their refundable amounts.",
        [RefundWindowExpired] = "The payment can no longer be refunded through the API.",
        [ZeroAmountPaymentRefundNotAllowed] = "No action is needed.",
        [DuplicateLineItemsInRequest] = "List each item once.",
        [ManualRetryLimitReached] =
            "Call Payments.GetRetryStateAsync, which returns how often and from when the renewal can be retried.",
        [ManualRetryHardDecline] =
            "Ask the customer for another payment method, for example with PlanChangeFlow.RecoverAsync.",
    };

    public static string For(DodoErrorCode code, HttpStatusCode status) =>
        ByCode.GetValueOrDefault(code)
        ?? (int)status switch
        {
            >= 300 and < 400 => "Redirects are not followed, because they could repeat a charge. Check BaseAddress.",
            400 or 422 => "Correct the request as the message says. Nothing was executed.",
            401 => ByCode[Unauthorized],
            403 => "The key does not have the permission. Use a read-write key, or enable the action in the dashboard.",
            404 => ByCode[NotFound],
            409 => "The object's state does not allow this. Read the object again first.",
            410 => "The object no longer exists. Use another one.",
            413 => "Send a smaller request.",
            429 => ByCode[TooManyRequests],
            >= 500 => "The service has a problem. Try again later.",
            _ => "Correct the request as the message says.",
        };
}
