namespace DodoUpsell.Emulator;

/// <summary>The card numbers of the API's test mode, and one number of the emulator for 3-D Secure.</summary>
public static class TestCards
{
    /// <summary>Visa, United States: every charge succeeds.</summary>
    public const string Visa = "4242424242424242";

    /// <summary>Mastercard, United States: every charge succeeds.</summary>
    public const string Mastercard = "5555555555554444";

    /// <summary>Visa, India: every charge succeeds.</summary>
    public const string VisaIndia = "4576238912771450";

    /// <summary>Mastercard, India: every charge succeeds.</summary>
    public const string MastercardIndia = "5409162669381034";

    /// <summary>Visa, United States: every charge fails with <c>GENERIC_DECLINE</c>.</summary>
    public const string GenericDecline = "4000000000000002";

    /// <summary>Visa, India: every charge fails with <c>GENERIC_DECLINE</c>.</summary>
    public const string GenericDeclineVisaIndia = "4706131211212123";

    /// <summary>Mastercard, India: every charge fails with <c>GENERIC_DECLINE</c>.</summary>
    public const string GenericDeclineMastercardIndia = "5105105105105100";

    /// <summary>Mastercard, United States: every charge fails with <c>INSUFFICIENT_FUNDS</c>.</summary>
    public const string InsufficientFunds = "4000000000009995";

    /// <summary>
    /// Visa, United States: a payment on a hosted page succeeds and saves the card; every later charge of the saved
    /// card fails with <c>GENERIC_DECLINE</c>.
    /// </summary>
    public const string AttachesThenFails = "4000000000000341";

    /// <summary>
    /// Visa, United States: the bank requires 3-D Secure. The number is the emulator's, not the API's.
    /// </summary>
    public const string ThreeDSecure = "4000000000003220";
}
