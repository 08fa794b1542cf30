namespace DodoUpsell;

public readonly partial record struct DeclineCode
{
    /// <summary>3-D Secure failed.</summary>
    public static DeclineCode AuthenticationFailure => new("AUTHENTICATION_FAILURE");

    /// <summary>The bank requires 3-D Secure.</summary>
    public static DeclineCode AuthenticationRequired => new("AUTHENTICATION_REQUIRED");

    /// <summary>3-D Secure was not completed in time.</summary>
    public static DeclineCode AuthenticationTimeout => new("AUTHENTICATION_TIMEOUT");

    /// <summary>The issuer declined.</summary>
    public static DeclineCode CardDeclined => new("CARD_DECLINED");

    /// <summary>The card has not been activated yet.</summary>
    public static DeclineCode CardNotActivated => new("CARD_NOT_ACTIVATED");

    /// <summary>The card was used too often.</summary>
    public static DeclineCode CardVelocityExceeded => new("CARD_VELOCITY_EXCEEDED");

    /// <summary>The customer cancelled the payment.</summary>
    public static DeclineCode CustomerCancelled => new("CUSTOMER_CANCELLED");

    /// <summary>The issuer declined without a reason.</summary>
    public static DeclineCode DoNotHonor => new("DO_NOT_HONOR");

    /// <summary>The card has expired.</summary>
    public static DeclineCode ExpiredCard => new("EXPIRED_CARD");

    /// <summary>The payment is suspected to be fraudulent. Never disclose this to the customer.</summary>
    public static DeclineCode Fraudulent => new("FRAUDULENT");

    /// <summary>The payment was declined without a reason.</summary>
    public static DeclineCode GenericDecline => new("GENERIC_DECLINE");

    /// <summary>The security code is wrong.</summary>
    public static DeclineCode IncorrectCvc => new("INCORRECT_CVC");

    /// <summary>The card number is wrong.</summary>
    public static DeclineCode IncorrectNumber => new("INCORRECT_NUMBER");

    /// <summary>The balance does not cover the amount.</summary>
    public static DeclineCode InsufficientFunds => new("INSUFFICIENT_FUNDS");

    /// <summary>The account does not exist or is closed.</summary>
    public static DeclineCode InvalidAccount => new("INVALID_ACCOUNT");

    /// <summary>The amount was refused.</summary>
    public static DeclineCode InvalidAmount => new("INVALID_AMOUNT");

    /// <summary>The format of the card number is invalid.</summary>
    public static DeclineCode InvalidCardNumber => new("INVALID_CARD_NUMBER");

    /// <summary>The name does not match the card.</summary>
    public static DeclineCode InvalidCardOwner => new("INVALID_CARD_OWNER");

    /// <summary>The format of the security code is invalid.</summary>
    public static DeclineCode InvalidCvc => new("INVALID_CVC");

    /// <summary>The expiry date is wrong.</summary>
    public static DeclineCode InvalidExpiryYear => new("INVALID_EXPIRY_YEAR");

    /// <summary>The PIN is wrong.</summary>
    public static DeclineCode InvalidPin => new("INVALID_PIN");

    /// <summary>The request's data was refused.</summary>
    public static DeclineCode InvalidRequest => new("INVALID_REQUEST");

    /// <summary>The UPI id is wrong.</summary>
    public static DeclineCode InvalidUpiId => new("INVALID_UPI_ID");

    /// <summary>The amount is above the card's or account's limit.</summary>
    public static DeclineCode LimitExceeded => new("LIMIT_EXCEEDED");

    /// <summary>A test card was used in live mode.</summary>
    public static DeclineCode LiveModeTestCard => new("LIVE_MODE_TEST_CARD");

    /// <summary>The card was reported lost. Never disclose this to the customer.</summary>
    public static DeclineCode LostCard => new("LOST_CARD");

    /// <summary>The mandate is not valid.</summary>
    public static DeclineCode MandateInvalid => new("MANDATE_INVALID");

    /// <summary>A mandate is missing.</summary>
    public static DeclineCode MandateRequired => new("MANDATE_REQUIRED");

    /// <summary>This kind of payment needs a mandate.</summary>
    public static DeclineCode MandateRequiredSystem => new("MANDATE_REQUIRED_SYSTEM");

    /// <summary>An error occurred in the payment network.</summary>
    public static DeclineCode NetworkError => new("NETWORK_ERROR");

    /// <summary>The payment network did not respond in time.</summary>
    public static DeclineCode NetworkTimeout => new("NETWORK_TIMEOUT");

    /// <summary>An error occurred in the payment system.</summary>
    public static DeclineCode OrderCreationFailed => new("ORDER_CREATION_FAILED");

    /// <summary>The wallet or provider declined.</summary>
    public static DeclineCode PaymentMethodProviderDeclined => new("PAYMENT_METHOD_PROVIDER_DECLINED");

    /// <summary>The payment method cannot be used for this payment.</summary>
    public static DeclineCode PaymentMethodUnsupported => new("PAYMENT_METHOD_UNSUPPORTED");

    /// <summary>The issuer wants the card to be retained. Never disclose this to the customer.</summary>
    public static DeclineCode PickupCard => new("PICKUP_CARD");

    /// <summary>An error occurred at the processor.</summary>
    public static DeclineCode ProcessingError => new("PROCESSING_ERROR");

    /// <summary>The provider does not support this kind of payment.</summary>
    public static DeclineCode ProviderUnsupported => new("PROVIDER_UNSUPPORTED");

    /// <summary>The issuer wants the payment to be submitted again.</summary>
    public static DeclineCode ReenterTransaction => new("REENTER_TRANSACTION");

    /// <summary>The authorisation was revoked.</summary>
    public static DeclineCode RevocationOfAuthorization => new("REVOCATION_OF_AUTHORIZATION");

    /// <summary>The card was reported stolen. Never disclose this to the customer.</summary>
    public static DeclineCode StolenCard => new("STOLEN_CARD");

    /// <summary>The card does not allow this kind of payment.</summary>
    public static DeclineCode TransactionNotAllowed => new("TRANSACTION_NOT_ALLOWED");

    /// <summary>The issuer did not approve the payment.</summary>
    public static DeclineCode TransactionNotApproved => new("TRANSACTION_NOT_APPROVED");

    /// <summary>A temporary error occurred.</summary>
    public static DeclineCode TryAgainLater => new("TRY_AGAIN_LATER");

    /// <summary>The cause is unknown.</summary>
    public static DeclineCode UnknownError => new("UNKNOWN_ERROR");

    /// <inheritdoc/>
    public static IReadOnlyList<DeclineCode> KnownValues { get; } =
    [
        AuthenticationFailure,
        AuthenticationRequired,
        AuthenticationTimeout,
        CardDeclined,
        CardNotActivated,
        CardVelocityExceeded,
        CustomerCancelled,
        DoNotHonor,
        ExpiredCard,
        Fraudulent,
        GenericDecline,
        IncorrectCvc,
        IncorrectNumber,
        InsufficientFunds,
        InvalidAccount,
        InvalidAmount,
        InvalidCardNumber,
        InvalidCardOwner,
        InvalidCvc,
        InvalidExpiryYear,
        InvalidPin,
        InvalidRequest,
        InvalidUpiId,
        LimitExceeded,
        LiveModeTestCard,
        LostCard,
        MandateInvalid,
        MandateRequired,
        MandateRequiredSystem,
        NetworkError,
        NetworkTimeout,
        OrderCreationFailed,
        PaymentMethodProviderDeclined,
        PaymentMethodUnsupported,
        PickupCard,
        ProcessingError,
        ProviderUnsupported,
        ReenterTransaction,
        RevocationOfAuthorization,
        StolenCard,
        TransactionNotAllowed,
        TransactionNotApproved,
        TryAgainLater,
        UnknownError,
    ];
}
