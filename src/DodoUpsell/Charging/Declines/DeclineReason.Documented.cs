using static DodoUpsell.ChargeMessage;
using static DodoUpsell.DeclineAction;
using static DodoUpsell.DeclineCode;
using static DodoUpsell.DeclineKind;

namespace DodoUpsell;

public sealed partial record DeclineReason
{
    // The documented codes, in the order of the API's documentation. Codes marked as sensitive have the same message as
    // GENERIC_DECLINE.
    private static readonly Dictionary<DeclineCode, DeclineReason> Documented = new DeclineReason[]
    {
        new(
            AuthenticationFailure,
            Soft,
            canFix: true,
            AuthenticateCustomer,
            DeclinedConfirmWithBank,
            "The customer did not pass 3-D Secure. Never repeat the charge without them."
        ),
        new(
            AuthenticationRequired,
            Soft,
            canFix: true,
            AuthenticateCustomer,
            DeclinedConfirmWithBank,
            "The bank requires 3-D Secure, which the customer has to complete on a page."
        ),
        new(
            AuthenticationTimeout,
            Soft,
            canFix: true,
            AuthenticateCustomer,
            DeclinedConfirmWithBank,
            "The customer did not complete 3-D Secure in time."
        ),
        new(CardDeclined, Hard, canFix: false, ContactBank, DeclinedByBank, "The issuer declined the card."),
        new(
            CardNotActivated,
            Soft,
            canFix: true,
            ContactBank,
            DeclinedCardInactive,
            "The customer has to activate the card with its bank first."
        ),
        new(
            CardVelocityExceeded,
            Soft,
            canFix: true,
            RetryMuchLater,
            DeclinedTooOften,
            "The card was used too often. Further attempts look like card testing."
        ),
        new(
            CustomerCancelled,
            Soft,
            canFix: true,
            OfferAgain,
            DeclinedByCustomer,
            "The customer cancelled the payment."
        ),
        new(DoNotHonor, Hard, canFix: false, ContactBank, DeclinedByBank, "The issuer declined without a reason."),
        new(ExpiredCard, Hard, canFix: true, UseOtherMethod, DeclinedExpired, "The card has expired."),
        new(
            Fraudulent,
            Hard,
            canFix: true,
            UseOtherMethod,
            Declined,
            "The payment is suspected to be fraudulent. The customer sees a generic decline.",
            isSensitive: true
        ),
        new(
            GenericDecline,
            Soft,
            canFix: false,
            RetryLaterOrUseOtherMethod,
            Declined,
            "The issuer declined without a reason."
        ),
        new(IncorrectCvc, Soft, canFix: true, CorrectInput, DeclinedSecurityCode, "The security code is wrong."),
        new(IncorrectNumber, Soft, canFix: true, CorrectInput, DeclinedCardNumber, "The card number is wrong."),
        new(
            InsufficientFunds,
            Soft,
            canFix: true,
            RetryLaterOrUseOtherMethod,
            DeclinedBalance,
            "The balance does not cover the amount."
        ),
        new(
            InvalidAccount,
            Hard,
            canFix: true,
            UseOtherMethod,
            DeclinedMethodUnusable,
            "The account behind the method does not exist or is closed."
        ),
        new(
            InvalidAmount,
            Soft,
            canFix: true,
            MerchantAction,
            DeclinedBySeller,
            "The amount was refused: check it against the method's and your account's limits."
        ),
        new(
            InvalidCardNumber,
            Soft,
            canFix: true,
            CorrectInput,
            DeclinedCardNumber,
            "The format of the card number is invalid."
        ),
        new(InvalidCardOwner, Soft, canFix: true, CorrectInput, DeclinedDetails, "The name does not match the card."),
        new(
            InvalidCvc,
            Soft,
            canFix: true,
            CorrectInput,
            DeclinedSecurityCode,
            "The format of the security code is invalid."
        ),
        new(InvalidExpiryYear, Soft, canFix: true, CorrectInput, DeclinedExpiryDate, "The expiry date is wrong."),
        new(InvalidPin, Soft, canFix: true, CorrectInput, DeclinedDetails, "The PIN is wrong."),
        new(
            InvalidRequest,
            Soft,
            canFix: true,
            MerchantAction,
            DeclinedBySeller,
            "The data of the request was refused: check what was sent."
        ),
        new(InvalidUpiId, Soft, canFix: true, CorrectInput, DeclinedDetails, "The UPI id is wrong."),
        new(
            LimitExceeded,
            Soft,
            canFix: true,
            ContactBank,
            DeclinedLimit,
            "The amount is above the card's or account's limit."
        ),
        new(
            LiveModeTestCard,
            Soft,
            canFix: true,
            UseOtherMethod,
            DeclinedMethodUnusable,
            "A test card was used in live mode."
        ),
        new(
            LostCard,
            Hard,
            canFix: true,
            UseOtherMethod,
            Declined,
            "The card was reported lost. The customer sees a generic decline.",
            isSensitive: true
        ),
        new(
            MandateInvalid,
            Soft,
            canFix: true,
            SetUpMandate,
            DeclinedMandate,
            "The mandate is no longer valid. The customer has to set it up again on a page."
        ),
        new(
            MandateRequired,
            Soft,
            canFix: true,
            SetUpMandate,
            DeclinedMandate,
            "A mandate is missing. The customer has to set it up on a page."
        ),
        new(
            MandateRequiredSystem,
            Hard,
            canFix: false,
            MerchantAction,
            DeclinedBySeller,
            "This kind of payment needs a mandate and was sent without one."
        ),
        new(NetworkError, Soft, canFix: false, RetryLater, DeclinedForNow, "An error occurred in the payment network."),
        new(
            NetworkTimeout,
            Soft,
            canFix: false,
            RetryLater,
            DeclinedForNow,
            "The payment network did not respond in time."
        ),
        new(
            OrderCreationFailed,
            Soft,
            canFix: false,
            RetryLater,
            DeclinedForNow,
            "The system could not create the order."
        ),
        new(
            PaymentMethodProviderDeclined,
            Hard,
            canFix: true,
            UseOtherMethod,
            DeclinedMethodUnusable,
            "The wallet or the provider of the method declined."
        ),
        new(
            PaymentMethodUnsupported,
            Hard,
            canFix: true,
            UseOtherMethod,
            DeclinedMethodUnusable,
            "The method cannot be used for this payment."
        ),
        new(
            PickupCard,
            Hard,
            canFix: true,
            UseOtherMethod,
            Declined,
            "The issuer wants the card to be retained. The customer sees a generic decline.",
            isSensitive: true
        ),
        new(ProcessingError, Soft, canFix: false, RetryLater, DeclinedForNow, "An error occurred at the processor."),
        new(
            ProviderUnsupported,
            Hard,
            canFix: false,
            UseOtherMethod,
            DeclinedMethodUnusable,
            "The provider does not support this kind of payment."
        ),
        new(
            ReenterTransaction,
            Soft,
            canFix: true,
            RetryLater,
            DeclinedForNow,
            "The issuer wants the payment to be submitted again."
        ),
        new(
            RevocationOfAuthorization,
            Hard,
            canFix: true,
            UseOtherMethod,
            DeclinedMethodUnusable,
            "The customer withdrew the authorisation for this method."
        ),
        new(
            StolenCard,
            Hard,
            canFix: true,
            UseOtherMethod,
            Declined,
            "The card was reported stolen. The customer sees a generic decline.",
            isSensitive: true
        ),
        new(
            TransactionNotAllowed,
            Hard,
            canFix: true,
            ContactBank,
            DeclinedByBank,
            "The card does not allow this kind of payment."
        ),
        new(
            TransactionNotApproved,
            Hard,
            canFix: true,
            ContactBank,
            DeclinedByBank,
            "The issuer did not approve the payment."
        ),
        new(TryAgainLater, Soft, canFix: false, RetryLater, DeclinedForNow, "A temporary error occurred."),
        new(
            UnknownError,
            Soft,
            canFix: false,
            RetryLater,
            DeclinedForNow,
            "The cause is unknown. If it happens again, contact Dodo Payments support."
        ),
    }.ToDictionary(reason => reason.Code);
}
