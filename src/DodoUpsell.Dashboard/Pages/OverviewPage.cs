using DodoUpsell.Dashboard.Components;
using DodoUpsell.Dashboard.Http;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Dashboard.Pages;

/// <summary>What offers brought, the rules that paused themselves, and what waits for an operator.</summary>
internal static class OverviewPage
{
    public const string Section = "overview";

    /// <summary>The number up to which parked things are counted.</summary>
    public const int CountLimit = 20;

    public static async Task<DashboardResult> ShowAsync(DashboardRequest request)
    {
        var range = DateRange.Of(request);
        var shown = range ?? DateRange.Last(DateRange.DefaultDays, request.Now);
        var brand = request.Brand;
        var reports = brand.Reports is { } source
            ? await source.ReportAsync(shown.Start, shown.End, request.Aborted).ConfigureAwait(false)
            : null;
        var pauses =
            reports is not null && brand.OfferStore is { } store
                ? await store.ListPausesAsync(brand.Environment, request.Aborted).ConfigureAwait(false)
                : [];
        var webhooks = await brand
            .Inbox.ListAsync(InboxState.Parked, CountLimit + 1, cancellationToken: request.Aborted)
            .ConfigureAwait(false);
        var settlements = await brand
            .Settlements.ListAsync(InboxState.Parked, CountLimit + 1, cancellationToken: request.Aborted)
            .ConfigureAwait(false);
        return DashboardResult.Page<OverviewView>(
            "Overview",
            Section,
            new OverviewModel
            {
                Range = shown,
                IsRangeWrong = range is null,
                Reports = reports,
                Pauses = [.. pauses.Where(pause => pause.ResumesAt is not { } end || end > request.Now)],
                ParkedWebhooks = webhooks.Count,
                ParkedSettlements = settlements.Count,
                Action = await ActionNotice.OfAsync(request).ConfigureAwait(false),
            }
        );
    }

    public static async Task<DashboardResult> ResumeAsync(DashboardRequest request)
    {
        if (request.Brand.Offers is not { } offers || request.Field("rule") is not { } rule)
            return DashboardResult.NotFound("There is no such rule.");
        var action = await request
            .RunAsync(OperatorActionNames.ResumeRule, rule, token => offers.ResumeRuleAsync(rule, token))
            .ConfigureAwait(false);
        return new DashboardResult.Redirect(request.Links.To("", (ActionNotice.Parameter, action)));
    }
}

internal sealed record OverviewModel
{
    public required DateRange Range { get; init; }

    public bool IsRangeWrong { get; init; }

    /// <summary>Gets the reports, or null if the brand has no offers.</summary>
    public required IReadOnlyList<OfferReport>? Reports { get; init; }

    public required IReadOnlyList<OfferPause> Pauses { get; init; }

    public int ParkedWebhooks { get; init; }

    public int ParkedSettlements { get; init; }

    public required OperatorAction? Action { get; init; }

    public static string Count(int found) =>
        found > OverviewPage.CountLimit ? $"more than {OverviewPage.CountLimit}" : Text.Formats.Number(found);
}
