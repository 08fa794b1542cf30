namespace DodoUpsell.AspNetCore;

/// <summary>Represents the limits of the health checks of one brand.</summary>
public sealed class DodoUpsellHealthOptions
{
    /// <summary>Gets or sets the time for which the result of a read of the API is used again.</summary>
    /// <value>The default is 30 seconds. Must not be negative.</value>
    public TimeSpan ApiInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the time after which a read of the API counts as failed.</summary>
    /// <value>The default is 5 seconds. Must be greater than zero.</value>
    public TimeSpan ApiTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the time for which a webhook delivery that is due may wait for a worker.</summary>
    /// <value>The default is 5 minutes. Must not be negative.</value>
    public TimeSpan MaxInboxLag { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets or sets the number of parked webhook deliveries that is still healthy.</summary>
    /// <value>The default is 0. Must be between 0 and 1000.</value>
    public int MaxParkedDeliveries { get; set; }

    /// <summary>Gets or sets the time for which a settlement that is due may wait to be told to the app.</summary>
    /// <value>The default is 5 minutes. Must not be negative.</value>
    public TimeSpan MaxSettlementLag { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Gets or sets the number of parked settlements that is still healthy.</summary>
    /// <value>The default is 0. Must be between 0 and 1000.</value>
    public int MaxParkedSettlements { get; set; }
}
