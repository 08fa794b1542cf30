namespace DodoUpsell.Emulator.PaymentMethods;

/// <summary>The decline codes with advice for the merchant. The texts are not meant for customers.</summary>
internal static class DeclineCodes
{
    public const string AuthenticationFailure = "AUTHENTICATION_FAILURE";
    public const string GenericDecline = "GENERIC_DECLINE";
    public const string InsufficientFunds = "INSUFFICIENT_FUNDS";
    public const string ExpiredCard = "EXPIRED_CARD";
    public const string MandateRequired = "MANDATE_REQUIRED";

    /// <summary>Returns whether a decline is hard: it is never retried with the same method.</summary>
    public static bool IsHard(string code) => code is ExpiredCard;

    public static string Message(string code) =>
        code switch
        {
            AuthenticationFailure =>
                "The customer did not pass the bank's check. Offer the payment again on a page where the "
                    + "customer is present.",
            InsufficientFunds =>
                "There is not enough money on the account. Another card, or a later attempt, may work.",
            ExpiredCard => "The card is past its expiry date. Ask the customer for another one.",
            MandateRequired => "No method is set up for later charges. Ask the customer for one.",
            _ => "The bank refused the charge and gave no reason. Ask the customer for another payment method.",
        };
}
