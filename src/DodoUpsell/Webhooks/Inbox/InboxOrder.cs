namespace DodoUpsell.Webhooks;

/// <summary>
/// The orders in which deliveries are leased and listed. Both compare the id last, so that no two deliveries are equal.
/// </summary>
internal static class InboxOrder
{
    public static Comparer<InboxDelivery> ByArrival { get; } = Comparer<InboxDelivery>.Create(CompareArrival);

    public static Comparer<InboxDelivery> ByDueTime { get; } =
        Comparer<InboxDelivery>.Create(
            (left, right) => left.DueAt != right.DueAt ? left.DueAt.CompareTo(right.DueAt) : CompareArrival(left, right)
        );

    private static int CompareArrival(InboxDelivery left, InboxDelivery right) =>
        left.ReceivedAt != right.ReceivedAt
            ? left.ReceivedAt.CompareTo(right.ReceivedAt)
            : string.CompareOrdinal(left.Id, right.Id);
}
