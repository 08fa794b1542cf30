using System.Net;
using static DodoUpsell.DodoErrorCode;

namespace DodoUpsell.Http;

/// <summary>What to do next about an error of the API: by its code, or else by its status.</summary>
internal static class ErrorAdvice
{
    private static readonly Dictionary<DodoErrorCode, string> ByCode = new()
    {
        [Unauthorized] =
            "Check ApiKey, and that it belongs to the chosen Environment; a read-only key cannot change anything.",
        [MerchantNotLive] = "Use Environment = Test, or have the business activated.",
        [NotFound] = "Check the id; test and live keep separate objects.",
        [TooManyRequests] =
            "Wait for RetryAfter, or set RateLimit to the account's tier so that bursts wait on this side.",
        [InternalServerError] =
            "Try again later; if it stays, contact Dodo Payments support with the time of the call.",
        [IntegerConversionFailure] = "Check the amounts and quantities of the request.",
        [InvalidRequestBody] = "Compare the request with the message.",
        [InvalidRequestParameters] = "Compare the request with the message; dates must lie in the future.",
        [InvalidQueryParams] = "Check the filters and the page size.",
        [MaximumKeysReached] = "Send fewer pairs.",
        [UnsupportedAction] = "Read the object and check its kind and status.",
        [CheckoutSessionConsumed] = "Read the session and look its payment up; do not create another charge.",
        [NoEligiblePaymentMethods] = "Widen AllowedPaymentMethodTypes; always include credit and debit.",
        [PreviousPaymentPending] = "Wait until that payment is final, then read again.",
        [PaymentNotSucceeded] = "Read the payment's status first.",
        [UnsuccessfulPaymentId] = "Read the payment's status first.",
        [ProductCartEmpty] = "Send at least one product.",
        [ProductIsDeleted] = "Offer another product.",
        [MissingProductInformation] = "Complete the product in the dashboard.",
        [BrandMismatch] = "Sell the products of one brand at a time.",
        [BrandNotEnabled] = "Enable the brand in the dashboard.",
        [PayAsYouWantAmountRequired] = "Set Amount on the cart item.",
        [InvalidSuggestedPrice] = "Keep the suggested price at or above the minimum.",
        [RequestAmountBelowMinimum] = "Raise Amount to the product's price.",
        [TotalPaymentAmountBelowMinimumAmount] = "Sell more in one charge, or use a smaller discount.",
        [UnsupportedCountry] = "Compare with Reference.ListSupportedCountriesAsync.",
        [UnsupportedCurrency] = "Use another currency.",
        [UnsupportedBillingCurrency] = "Leave BillingCurrency out, or enable adaptive pricing.",
        [UnsupportedTaxCategory] = "Change the product's tax category.",
        [ExchangeRateNotFound] = "Try again later, or charge in the product's own currency.",
        [InvalidTaxId] = "Correct TaxId, or leave it out.",
        [ByopConnectorDisabled] = "Enable the connector in the dashboard.",
        [ByopCustomInvoiceAddressMissing] = "Add the address in the dashboard.",
        [PendingPlanChangeExists] =
            "Wait until that payment is final, then read the subscription again; do not repeat the call.",
        [ScheduledPlanChangeExists] =
            "Cancel it with CancelScheduledChangeAsync, or replace it with CancelScheduledChangePlan.",
        [ScheduledPlanChangeNotFound] = "Nothing to do: there is nothing to cancel.",
        [InactiveSubscriptionPlanChangeNotSupported] = "Bring the subscription back to active first.",
        [OnDemandPlanChangeNotSupported] = "Use ChargeAsync for on-demand subscriptions.",
        [PlanChangeNotAllowedForScheduledCancellation] = "Clear CancelAtNextBillingDate first, then change the plan.",
        [InvalidProrationModeWithNextBillingDate] = "Use ProrationMode.FullImmediately with NextBillingDate.",
        [SubscriptionInactive] = "Read its status first.",
        [SubscriptionExpired] = "Sell a new subscription.",
        [SubscriptionNotOnDemand] = "Use a plan change, or a separate payment.",
        [ChargeNotAllowedForScheduledCancellation] = "Clear CancelAtNextBillingDate first.",
        [SubscriptionPaymentRetryLimitExceeded] = "Ask the customer for another payment method.",
        [CustomerHasExistingSubscription] = "Change the plan of the existing subscription instead.",
        [AddonsNotAllowedForOnDemand] = "Leave the add-ons out.",
        [AddonsInUsageBasedBillingNotSupported] = "Leave the add-ons out.",
        [DuplicateAddonIdsInRequest] = "Name each add-on once, with its quantity.",
        [MissingAddonIds] = "Check the add-on ids, and that they are attached to the product.",
        [OneTimeProductsNotAllowedForOnDemand] = "Buy them separately.",
        [OnDemandUsageBasedBillingNotSupported] = "Choose one of the two.",
        [InvalidQuantity] = "Use a quantity of 1.",
        [PlanChangeForCustomerPortalDisabled] = "Change the plan through the API, or enable it in the dashboard.",
        [SchedulePlanChangeForCustomerPortalDisabled] = "Schedule through the API, or enable it in the dashboard.",
        [CancelScheduledPlanChangeForCustomerPortalDisabled] = "Cancel through the API, or enable it in the dashboard.",
        [DoNotBillNotAllowedInCustomerPortal] = "Change the plan through the API.",
        [DiscountConcurrentRedemption] = "Try again in a moment; the code is not used up.",
        [DiscountCodeUsageLimitExceeded] = "Leave the code out, or raise its limit.",
        [DiscountPerCustomerUsageLimitExceeded] = "Leave the code out for this customer.",
        [DiscountCodeExpired] = "Leave the code out, or extend it.",
        [DiscountNotYetActive] = "Wait for its start, or leave it out.",
        [DiscountCustomerNotEligible] = "Leave the code out, or change its eligibility.",
        [DiscountMinimumSubtotalNotMet] = "Leave the code out, or fill the cart.",
        [DiscountNotAvailableForProduct] = "Leave the code out, or widen its products.",
        [DiscountNotApplicableToNewProduct] = "Leave the code out of the plan change.",
        [DiscountNotAvailableForOnDemand] = "Leave the code out.",
        [DiscountAlreadyUsedOnSubscription] = "Leave the code out.",
        [InvalidDiscountCode] = "Check the code's spelling and its products.",
        [InvalidPercentage] = "Use 0 to 10000 basis points; 1500 is 15 %.",
        [UnsupportedDiscountType] = "Use a percentage, or a flat discount with currency options.",
        [DiscountCurrencyOptionInvalid] = "Give each currency once, and one default.",
        [DiscountCodeAlreadyExists] = "Choose another code, or update the existing discount.",
        [InsufficientWalletFunds] = "Read the balance first.",
        [NegativeBalanceAdjustment] = "Read the balance first.",
        [ExistingRefundRequestProcessing] = "Wait until it is final, then read the payment again.",
        [LineItemProrated] = "Refund the payment as a whole.",
        [PaymentAlreadyRefunded] = "Nothing to do.",
        [PaymentHasBeenRefunded] = "Nothing to do.",
        [NothingToRefund] = "Nothing to do.",
        [PartialRefundNotAllowed] = "Leave Items out.",
        [RefundAmountExceedsPaidAmount] = "Read the payment's line items and what is refundable.",
        [RefundWindowExpired] = "The payment cannot be refunded through the API any more.",
        [ZeroAmountPaymentRefundNotAllowed] = "Nothing to do.",
        [DuplicateLineItemsInRequest] = "Name each item once.",
        [ManualRetryLimitReached] =
            "Read Payments.GetRetryStateAsync: it says how often and from when the renewal may be retried.",
        [ManualRetryHardDecline] =
            "Ask the customer for another payment method, such as with PlanChangeFlow.RecoverAsync.",
    };

    public static string For(DodoErrorCode code, HttpStatusCode status) =>
        ByCode.GetValueOrDefault(code)
        ?? (int)status switch
        {
            >= 300 and < 400 => "Redirects are not followed, because they could repeat a charge; check BaseAddress.",
            400 or 422 => "Compare the request with the message; nothing was executed.",
            401 => ByCode[Unauthorized],
            403 => "The key lacks the permission; use a read-write key, or enable the action in the dashboard.",
            404 => ByCode[NotFound],
            409 => "The object's state does not allow this now; read it again before anything else.",
            410 => "The object is gone; use another one.",
            413 => "Send a smaller request.",
            429 => ByCode[TooManyRequests],
            >= 500 => "The service is disturbed; try again later.",
            _ => "Compare the request with the message.",
        };
}
