namespace DodoUpsell.Webhooks;

/// <summary>Where a recorded delivery stands.</summary>
public enum InboxState
{
    /// <summary>It is handled when it is due.</summary>
    Waiting = 0,

    /// <summary>A worker is handling it, until its lease ends.</summary>
    Leased = 1,

    /// <summary>It was handled.</summary>
    Completed = 2,

    /// <summary>It failed too often. Nothing happens to it until somebody replays it.</summary>
    Parked = 3,
}
