namespace DodoUpsell.Webhooks;

/// <summary>Specifies the result of an attempt to handle a leased item.</summary>
internal enum InboxResult
{
    Completed,
    Retrying,
    Parked,

    /// <summary>The app was stopping. The lease was ended and the attempt is not counted.</summary>
    Released,

    /// <summary>The lease expired and another worker took the item, so nothing was recorded.</summary>
    Lost,
}
