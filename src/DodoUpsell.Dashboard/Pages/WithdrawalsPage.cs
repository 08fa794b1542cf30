using DodoUpsell.Dashboard.Components;
using DodoUpsell.Dashboard.Http;
using DodoUpsell.Dashboard.Text;

namespace DodoUpsell.Dashboard.Pages;

/// <summary>The withdrawals in a state, the oldest first.</summary>
internal static class WithdrawalsPage
{
    public const string Section = "withdrawals";

    /// <summary>The number of withdrawals that are listed at most.</summary>
    public const int MaxCount = 200;

    public static async Task<DashboardResult> ShowAsync(DashboardRequest request)
    {
        if (request.Brand.Withdrawals is not { } store)
            return Missing();
        if (StateOf(request.Query("state") ?? nameof(WithdrawalState.NeedsReview)) is not { } state)
            return DashboardResult.NotFound("There is no such state.");
        var found = await store
            .ListAsync(request.Brand.Environment, state, MaxCount + 1, request.Aborted)
            .ConfigureAwait(false);
        return DashboardResult.Page<WithdrawalsView>(
            "Withdrawals",
            Section,
            new WithdrawalsModel
            {
                State = state,
                Withdrawals = [.. found.Take(MaxCount).Select(WithdrawalFacts.Of)],
                HasMore = found.Count > MaxCount,
            }
        );
    }

    /// <summary>The page of a brand that lets nobody withdraw.</summary>
    public static DashboardResult.Html Missing() => DashboardResult.Page<WithdrawalsView>("Withdrawals", Section, null);

    private static WithdrawalState? StateOf(string name)
    {
        foreach (var state in Words.WithdrawalStates)
        {
            if (string.Equals(state.ToString(), name, StringComparison.OrdinalIgnoreCase))
                return state;
        }

        return null;
    }
}

internal sealed record WithdrawalsModel
{
    public required WithdrawalState State { get; init; }

    public required IReadOnlyList<WithdrawalFacts> Withdrawals { get; init; }

    public required bool HasMore { get; init; }
}
