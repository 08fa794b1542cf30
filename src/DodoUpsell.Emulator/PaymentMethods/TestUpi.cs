namespace DodoUpsell.Emulator;

/// <summary>The UPI ids of the API's test mode, for carts in INR and buyers in India, on the hosted page.</summary>
public static class TestUpi
{
    /// <summary>Every payment succeeds.</summary>
    public const string Success = "success@upi";

    /// <summary>Every payment fails with <c>GENERIC_DECLINE</c>.</summary>
    public const string Failure = "failure@upi";
}
