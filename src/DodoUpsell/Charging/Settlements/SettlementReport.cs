using DodoUpsell.Webhooks;

namespace DodoUpsell;

/// <summary>The numbers of settlement delivery attempts by result.</summary>
/// <param name="Completed">The number of settlements for which every handler succeeded.</param>
/// <param name="Retrying">The number of settlements for which a handler failed. They are delivered again later.</param>
/// <param name="Parked">The number of settlements for which a handler failed in the last attempt.</param>
/// <param name="Released">The number of settlements released without counting the attempt, because the app was stopping
/// or another worker held the lease.</param>
public sealed record SettlementReport(int Completed, int Retrying, int Parked, int Released)
{
    /// <summary>Gets the total number of attempts.</summary>
    public int Total => Completed + Retrying + Parked + Released;

    internal static SettlementReport Of(IReadOnlyList<InboxResult> results)
    {
        return new SettlementReport(
            Count(InboxResult.Completed),
            Count(InboxResult.Retrying),
            Count(InboxResult.Parked),
            Count(InboxResult.Released) + Count(InboxResult.Lost)
        );

        int Count(InboxResult result) => results.Count(ended => ended == result);
    }
}
