using DodoUpsell.Dashboard.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DodoUpsell.Dashboard.Pages;

/// <summary>All addresses of the back office, and which code each has.</summary>
internal static class DashboardRoutes
{
    public static void Map(RouteGroupBuilder group)
    {
        Get(group, "", OverviewPage.ShowAsync);
        Get(group, "/charges", ChargesPage.ShowAsync);
        Get(group, "/charge", ChargePage.ShowAsync);
        Get(group, "/parked", ParkedPage.ShowAsync);
        Get(group, "/delivery", DeliveryPage.ShowAsync);
        Get(group, "/settlement", SettlementPage.ShowAsync);
        Get(group, "/explain", ExplainPage.ShowAsync);
        Get(group, "/receipts", ReceiptsPage.ShowAsync);
        Get(group, "/withdrawals", WithdrawalsPage.ShowAsync);
        Get(group, "/withdrawal", WithdrawalPage.ShowAsync);
        Get(group, "/log", LogPage.ShowAsync);

        Post(group, "/rules/resume", OverviewPage.ResumeAsync);
        Post(group, "/delivery/replay", DeliveryPage.ReplayAsync);
        Post(group, "/settlement/replay", SettlementPage.ReplayAsync);
        Post(group, "/withdrawal/close", WithdrawalPage.CloseAsync);
        Post(group, "/explain", ExplainPage.ExplainAsync);
        Post(group, "/receipts/export", ReceiptsPage.ExportAsync);
        Post(group, "/receipts/verify", ReceiptsPage.VerifyAsync);

        group.MapGet(Stylesheet.Path, Stylesheet.WriteAsync);
    }

    private static void Get(RouteGroupBuilder group, string page, Func<DashboardRequest, Task<DashboardResult>> work) =>
        group.MapGet(page, (RequestDelegate)new DashboardEndpoint(page, isAction: false, work).InvokeAsync);

    private static void Post(
        RouteGroupBuilder group,
        string page,
        Func<DashboardRequest, Task<DashboardResult>> work
    ) => group.MapPost(page, (RequestDelegate)new DashboardEndpoint(page, isAction: true, work).InvokeAsync);
}
