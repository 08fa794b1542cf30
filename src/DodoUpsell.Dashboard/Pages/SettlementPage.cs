using DodoUpsell.Dashboard.Components;
using DodoUpsell.Dashboard.Http;

namespace DodoUpsell.Dashboard.Pages;

/// <summary>One settlement: what the app is told, and whether it was, with replay.</summary>
internal static class SettlementPage
{
    public static async Task<DashboardResult> ShowAsync(DashboardRequest request) =>
        request.Query("id") is { } id
        && await request.Brand.Settlements.FindAsync(id, request.Aborted).ConfigureAwait(false) is { } delivery
            ? DashboardResult.Page<SettlementView>(
                "Settlement",
                ParkedPage.Section,
                new SettlementModel(delivery, await ActionNotice.OfAsync(request).ConfigureAwait(false))
            )
            : NotFound();

    public static async Task<DashboardResult> ReplayAsync(DashboardRequest request)
    {
        var settlements = request.Brand.Settlements;
        if (
            request.Field("id") is not { } id
            || await settlements.FindAsync(id, request.Aborted).ConfigureAwait(false) is null
        )
            return NotFound();
        var action = await request
            .RunAsync(OperatorActionNames.ReplaySettlement, id, token => settlements.ReplayAsync(id, token))
            .ConfigureAwait(false);
        return new DashboardResult.Redirect(
            request.Links.To("/settlement", ("id", id), (ActionNotice.Parameter, action))
        );
    }

    private static DashboardResult.Html NotFound() => DashboardResult.NotFound("There is no settlement with this id.");
}

internal sealed record SettlementModel(SettlementDelivery Delivery, OperatorAction? Action);
