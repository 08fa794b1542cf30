using System.Collections.Frozen;

namespace DodoUpsell.Emulator.Disputes;

/// <summary>
/// The statuses of a dispute, and which may follow which. On the wire they begin with <c>dispute_</c>, in event types
/// with <c>dispute.</c>.
/// </summary>
internal static class DisputeStatus
{
    public const string Opened = "opened";
    public const string Challenged = "challenged";
    public const string Expired = "expired";
    public const string Accepted = "accepted";
    public const string Cancelled = "cancelled";
    public const string Won = "won";
    public const string Lost = "lost";

    /// <summary>The statuses that an existing dispute can be given.</summary>
    public static FrozenSet<string> Later { get; } =
        FrozenSet.Create(StringComparer.Ordinal, Challenged, Expired, Accepted, Cancelled, Won, Lost);

    /// <summary>Whether the buyer gets the disputed amount back.</summary>
    public static bool ReturnsMoney(string status) => status is Lost or Accepted;

    public static bool IsFinal(string status) => status is Accepted or Cancelled or Won or Lost;

    public static bool CanFollow(string from, string to) =>
        from switch
        {
            Opened => to is not Opened,
            // Who has sent evidence cannot give in or miss the deadline any more.
            Challenged => to is Cancelled or Won or Lost,
            Expired => to is Cancelled or Won or Lost,
            _ => false,
        };
}
