using DodoUpsell.Dashboard.Components;
using DodoUpsell.Dashboard.Http;
using DodoUpsell.Dashboard.Text;

namespace DodoUpsell.Dashboard.Pages;

/// <summary>The withdrawals in a state, the oldest first, and one of them. Neither has the name or the contact.</summary>
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

    public static async Task<DashboardResult> ShowOneAsync(DashboardRequest request)
    {
        if (request.Brand.Withdrawals is not { } store)
            return Missing();
        return
            request.Query("id") is { } id
            && await store.FindAsync(request.Brand.Environment, id, request.Aborted).ConfigureAwait(false) is { } record
            ? DashboardResult.Page<WithdrawalView>(
                "Withdrawal",
                Section,
                new WithdrawalModel(
                    WithdrawalFacts.Of(record),
                    await ActionNotice.OfAsync(request).ConfigureAwait(false)
                )
            )
            : NotFound();
    }

    public static async Task<DashboardResult> CloseAsync(DashboardRequest request)
    {
        if (request.Brand is not { WithdrawalFlow: { } flow, Withdrawals: { } store })
            return Missing();
        if (
            request.Field("id") is not { } id
            || await store.FindAsync(request.Brand.Environment, id, request.Aborted).ConfigureAwait(false) is null
        )
            return NotFound();
        var action = await request
            .RunAsync(OperatorActionNames.CloseWithdrawal, id, token => flow.CloseReviewAsync(id, token))
            .ConfigureAwait(false);
        return new DashboardResult.Redirect(
            request.Links.To("/withdrawal", ("id", id), (ActionNotice.Parameter, action))
        );
    }

    private static DashboardResult.Html NotFound() => DashboardResult.NotFound("There is no withdrawal with this id.");

    private static DashboardResult.Html Missing() =>
        DashboardResult.Page<WithdrawalsView>("Withdrawals", Section, null);

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

internal sealed record WithdrawalModel(WithdrawalFacts Withdrawal, OperatorAction? Action);

internal sealed record WithdrawalsModel
{
    public required WithdrawalState State { get; init; }

    public required IReadOnlyList<WithdrawalFacts> Withdrawals { get; init; }

    public required bool HasMore { get; init; }
}

/// <summary>What operators see of a withdrawal. The name and the contact are left out.</summary>
internal sealed record WithdrawalFacts
{
    public required string Id { get; init; }

    public required string ContractId { get; init; }

    public required bool IsSubscription { get; init; }

    public required string CustomerId { get; init; }

    public required WithdrawalState State { get; init; }

    public required WithdrawalReviewReason? Reason { get; init; }

    public required IReadOnlyList<WithdrawalRefund> Refunds { get; init; }

    public required bool IsSubscriptionCancelled { get; init; }

    public required DateTimeOffset StatedAt { get; init; }

    public required DateTimeOffset? ConfirmedAt { get; init; }

    public required DateTimeOffset? EndedAt { get; init; }

    public required DateTimeOffset? DueAt { get; init; }

    public required DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Gets the text of the acknowledgement, or null if there is none. Only the page of one shows it.</summary>
    public required string? Acknowledgement { get; init; }

    public override string ToString() => $"{nameof(WithdrawalFacts)} {Id}";

    public static WithdrawalFacts Of(WithdrawalRecord record)
    {
        var withdrawal = record.ToWithdrawal();
        return new()
        {
            Id = withdrawal.Id,
            ContractId = withdrawal.Contract.Id,
            IsSubscription = withdrawal.Contract.IsSubscription,
            CustomerId = withdrawal.Contract.CustomerId,
            State = withdrawal.State,
            Reason = withdrawal.ReviewReason,
            Refunds = withdrawal.Refunds,
            IsSubscriptionCancelled = withdrawal.IsSubscriptionCancelled,
            StatedAt = withdrawal.StatedAt,
            ConfirmedAt = withdrawal.ConfirmedAt,
            EndedAt = record.EndedAt,
            DueAt = record.DueAt,
            ErasedAt = withdrawal.ErasedAt,
            Acknowledgement = withdrawal.Acknowledgement,
        };
    }
}
