namespace DodoUpsell.Webhooks;

/// <summary>Specifies the state of a recorded delivery.</summary>
public enum InboxState
{
    /// <summary>The delivery is handled when it is due.</summary>
    Waiting = 0,

    /// <summary>A worker is handling the delivery until its lease expires.</summary>
    Leased = 1,

    /// <summary>The delivery was handled.</summary>
    Completed = 2,

    /// <summary>All attempts failed. The delivery is not handled again until it is replayed.</summary>
    Parked = 3,
}
