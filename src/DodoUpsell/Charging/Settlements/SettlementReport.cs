using DodoUpsell.Webhooks;

namespace DodoUpsell;

/// <summary>How many attempts at telling settlements ended in which way.</summary>
/// <param name="Completed">Every handler succeeded.</param>
/// <param name="Retrying">A handler failed; they are tried again later.</param>
/// <param name="Parked">A handler failed in the last attempt.</param>
/// <param name="Released">Given back uncounted: the app was stopping, or another worker had taken them.</param>
public sealed record SettlementReport(int Completed, int Retrying, int Parked, int Released)
{
    /// <summary>Gets the number of all attempts.</summary>
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
