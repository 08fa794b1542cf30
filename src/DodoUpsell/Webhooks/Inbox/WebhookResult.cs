namespace DodoUpsell.Webhooks;

/// <summary>How an attempt to handle a delivery ended.</summary>
internal enum WebhookResult
{
    Completed,
    Retrying,
    Parked,

    /// <summary>The app was stopping: given back, not counted.</summary>
    Released,

    /// <summary>Another worker had taken it meanwhile, so nothing was recorded.</summary>
    Lost,
}
