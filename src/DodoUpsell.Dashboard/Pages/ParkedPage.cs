using DodoUpsell.Dashboard.Components;
using DodoUpsell.Dashboard.Http;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Dashboard.Pages;

/// <summary>Webhooks that could not be handled, and settlements that the app was not told about.</summary>
internal static class ParkedPage
{
    public const string Section = "parked";

    private const int PageSize = 50;

    /// <summary>The time after which a settlement that nobody told the app about is shown.</summary>
    private static readonly TimeSpan Untold = TimeSpan.FromMinutes(1);

    public static async Task<DashboardResult> ShowAsync(DashboardRequest request)
    {
        var brand = request.Brand;
        var webhooks = await brand
            .Inbox.ListAsync(
                InboxState.Parked,
                PageSize + 1,
                await AfterWebhookAsync(request).ConfigureAwait(false),
                request.Aborted
            )
            .ConfigureAwait(false);
        var settlements = await brand
            .Settlements.ListAsync(
                InboxState.Parked,
                PageSize + 1,
                await AfterSettlementAsync(request).ConfigureAwait(false),
                request.Aborted
            )
            .ConfigureAwait(false);
        var waiting = await brand
            .Settlements.ListAsync(InboxState.Waiting, PageSize, cancellationToken: request.Aborted)
            .ConfigureAwait(false);
        return DashboardResult.Page<ParkedView>(
            "Parked",
            Section,
            new ParkedModel
            {
                Webhooks = [.. webhooks.Take(PageSize)],
                NextWebhooks = webhooks.Count > PageSize ? webhooks[PageSize - 1].Id : null,
                Settlements = [.. settlements.Take(PageSize)],
                NextSettlements = settlements.Count > PageSize ? settlements[PageSize - 1].Settlement.Id : null,
                Untold =
                [
                    .. waiting.Where(one => one.Attempts > 0 || one.Settlement.OccurredAt < request.Now - Untold),
                ],
                Action = await ActionNotice.OfAsync(request).ConfigureAwait(false),
            }
        );
    }

    private static async Task<InboxDelivery?> AfterWebhookAsync(DashboardRequest request) =>
        request.Query("afterWebhook") is { } id
            ? await request.Brand.Inbox.FindAsync(id, request.Aborted).ConfigureAwait(false)
            : null;

    private static async Task<SettlementDelivery?> AfterSettlementAsync(DashboardRequest request) =>
        request.Query("afterSettlement") is { } id
            ? await request.Brand.Settlements.FindAsync(id, request.Aborted).ConfigureAwait(false)
            : null;
}

internal sealed record ParkedModel
{
    public required IReadOnlyList<InboxDelivery> Webhooks { get; init; }

    public required string? NextWebhooks { get; init; }

    public required IReadOnlyList<SettlementDelivery> Settlements { get; init; }

    public required string? NextSettlements { get; init; }

    public required IReadOnlyList<SettlementDelivery> Untold { get; init; }

    public required OperatorAction? Action { get; init; }
}
