namespace DodoUpsell;

/// <summary>The rate limit of the account, which the client keeps to by letting bursts wait.</summary>
public enum RateLimitTier
{
    /// <summary>40 requests a second and 240 a minute; every account starts here. The default.</summary>
    Tier0,

    /// <summary>100 requests a second and 1,000 a minute.</summary>
    Tier1,

    /// <summary>500 requests a second and 5,000 a minute.</summary>
    Tier2,

    /// <summary>Do not wait on this side; the server's 429 is still honoured.</summary>
    Off,
}
