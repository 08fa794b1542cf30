using System.Globalization;
using DodoUpsell.Dashboard.Components;
using DodoUpsell.Dashboard.Http;

namespace DodoUpsell.Dashboard.Pages;

/// <summary>One withdrawal: its refunds, the reason for a review, which can be closed, and its acknowledgement.</summary>
internal static class WithdrawalPage
{
    public static async Task<DashboardResult> ShowAsync(DashboardRequest request)
    {
        if (request.Brand.Withdrawals is not { } store)
            return WithdrawalsPage.Missing();
        return
            request.Query("id") is { } id
            && await store.FindAsync(request.Brand.Environment, id, request.Aborted).ConfigureAwait(false) is { } record
            ? DashboardResult.Page<WithdrawalView>(
                "Withdrawal",
                WithdrawalsPage.Section,
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
            return WithdrawalsPage.Missing();
        if (
            request.Field("id") is not { } id
            || !int.TryParse(request.Field("version"), CultureInfo.InvariantCulture, out var version)
            || await store.FindAsync(request.Brand.Environment, id, request.Aborted).ConfigureAwait(false) is null
        )
            return NotFound();
        var action = await request
            .RunAsync(OperatorActionNames.CloseWithdrawal, id, token => flow.CloseReviewAsync(id, version, token))
            .ConfigureAwait(false);
        return new DashboardResult.Redirect(
            request.Links.To("/withdrawal", ("id", id), (ActionNotice.Parameter, action))
        );
    }

    private static DashboardResult.Html NotFound() => DashboardResult.NotFound("There is no withdrawal with this id.");
}

internal sealed record WithdrawalModel(WithdrawalFacts Withdrawal, OperatorAction? Action);
