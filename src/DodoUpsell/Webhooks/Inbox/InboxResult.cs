namespace DodoUpsell.Webhooks;

/// <summary>How an attempt to handle a leased item ended.</summary>
internal enum InboxResult
{
    Completed,
    Retrying,
    Parked,

    /// <summary>The app was stopping: given back, not counted.</summary>
    Released,

    /// <summary>Another worker had taken it meanwhile, so nothing was recorded.</summary>
    Lost,
}
