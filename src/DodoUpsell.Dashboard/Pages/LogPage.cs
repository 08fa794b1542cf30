using DodoUpsell.Dashboard.Components;
using DodoUpsell.Dashboard.Http;

namespace DodoUpsell.Dashboard.Pages;

/// <summary>What operators did, the newest first.</summary>
internal static class LogPage
{
    public const string Section = "log";

    private const int PageSize = 50;

    public static async Task<DashboardResult> ShowAsync(DashboardRequest request)
    {
        var (log, environment) = (request.Brand.Log, request.Brand.Environment);
        OperatorAction? after = null;
        if (request.Query("after") is { } id)
        {
            after = await log.FindAsync(environment, id, request.Aborted).ConfigureAwait(false);
            if (after is null)
                return DashboardResult.NotFound("There is no such action.");
        }

        var found = await log.ListAsync(environment, PageSize + 1, after, request.Aborted).ConfigureAwait(false);
        return DashboardResult.Page<LogView>(
            "Operators’ log",
            Section,
            new LogModel(
                [.. found.Take(PageSize)],
                found.Count > PageSize ? found[PageSize - 1].Id : null,
                IsFirst: after is null
            )
        );
    }
}

internal sealed record LogModel(IReadOnlyList<OperatorAction> Actions, string? Next, bool IsFirst);
