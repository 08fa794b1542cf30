using System.Collections.Frozen;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>The statuses of a subscription, as on the wire, and their transitions.</summary>
internal static class SubscriptionStatus
{
    public const string Pending = "pending";
    public const string Active = "active";
    public const string PastDue = "past_due";
    public const string OnHold = "on_hold";
    public const string Paused = "paused";
    public const string Cancelled = "cancelled";
    public const string Failed = "failed";
    public const string Expired = "expired";

    public static FrozenSet<string> All { get; } =
        FrozenSet.Create(StringComparer.Ordinal, Pending, Active, PastDue, OnHold, Paused, Cancelled, Failed, Expired);

    public static bool IsFinal(string status) => status is Cancelled or Failed or Expired;

    public static bool CanFollow(string from, string to) =>
        from switch
        {
            Pending => to is Active or Failed,
            Active => to is PastDue or OnHold or Paused or Cancelled or Expired,
            PastDue => to is Active or OnHold or Cancelled,
            OnHold => to is Active or Cancelled,
            Paused => to is Active or Cancelled,
            _ => false,
        };
}
