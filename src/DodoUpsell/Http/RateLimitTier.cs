namespace DodoUpsell;

/// <summary>Specifies the rate limit of the account. The client delays bursts to stay within it.</summary>
public enum RateLimitTier
{
    /// <summary>
    /// 40 requests per second and 240 per minute. Every account starts with this tier. This is the default.
    /// </summary>
    Tier0,

    /// <summary>100 requests per second and 1,000 per minute.</summary>
    Tier1,

    /// <summary>500 requests per second and 5,000 per minute.</summary>
    Tier2,

    /// <summary>The client does not delay requests. A 429 of the server is still respected.</summary>
    Off,
}
