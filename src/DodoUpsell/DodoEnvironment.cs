namespace DodoUpsell;

/// <summary>Which of the two separate worlds of Dodo Payments is called. There is no default: choose it.</summary>
public enum DodoEnvironment
{
    /// <summary>Test mode, <c>https://test.dodopayments.com</c>: no real money.</summary>
    Test = 1,

    /// <summary>Live mode, <c>https://live.dodopayments.com</c>: real money.</summary>
    Live = 2,
}
