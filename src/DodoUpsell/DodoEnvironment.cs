namespace DodoUpsell;

/// <summary>Specifies which of the two separate environments of Dodo Payments is called. There is no default.</summary>
public enum DodoEnvironment
{
    /// <summary>Test mode, <c>https://test.dodopayments.com</c>. No real money is charged.</summary>
    Test = 1,

    /// <summary>Live mode, <c>https://live.dodopayments.com</c>. Real money is charged.</summary>
    Live = 2,
}
