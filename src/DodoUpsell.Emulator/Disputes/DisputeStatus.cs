using System.Collections.Frozen;

namespace DodoUpsell.Emulator.Disputes;

/// <summary>
/// The statuses of a dispute and their transitions. The wire values begin with <c>dispute_</c>, the event types with
/// <c>dispute.</c>.
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

    /// <summary>Gets the statuses that an existing dispute can change to.</summary>
    public static FrozenSet<string> Later { get; } =
        FrozenSet.Create(StringComparer.Ordinal, Challenged, Expired, Accepted, Cancelled, Won, Lost);

    /// <summary>Returns whether the disputed amount is returned to the buyer.</summary>
    public static bool ReturnsMoney(string status) => status is Lost or Accepted;

    public static bool IsFinal(string status) => status is Accepted or Cancelled or Won or Lost;

    public static bool CanFollow(string from, string to) =>
        from switch
        {
            Opened => to is not Opened,
            // After evidence was sent, the dispute can neither be accepted nor expire.
            Challenged => to is Cancelled or Won or Lost,
            Expired => to is Cancelled or Won or Lost,
            _ => false,
        };
}
