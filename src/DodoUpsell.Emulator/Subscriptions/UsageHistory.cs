using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions;

/// <summary>The billing periods of a usage-based subscription with its meters, the current one first.</summary>
internal static class UsageHistory
{
    public static IEnumerable<JsonObject> Of(Subscription subscription, QueryInput query)
    {
        var from = query.Time("start_date") ?? DateTimeOffset.MinValue;
        var to = query.Time("end_date") ?? DateTimeOffset.MaxValue;
        var meterId = query.Text("meter_id");
        if (from > to)
            throw ApiException.Unprocessable(
                ErrorCodes.InvalidQueryParams,
                "`start_date` must not be after `end_date`"
            );
        if (subscription.Plan.Price is not UsageBasedPrice price)
            return Enumerable.Empty<JsonObject>().Page(query);

        List<PricedMeter> meters =
        [
            .. price.Meters.Where(meter =>
                meterId is null || string.Equals(meter.Id, meterId, StringComparison.Ordinal)
            ),
        ];
        IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> periods =
        [
            (subscription.Cycle.Previous, subscription.Cycle.Next),
            .. Enumerable.Reverse(subscription.PastPeriods),
        ];
        return periods
            .Where(period => period.End >= from && period.Start <= to)
            .Page(query)
            .Select(period => Item(period.Start, period.End, meters, price.Currency));
    }

    private static JsonObject Item(
        DateTimeOffset start,
        DateTimeOffset end,
        IEnumerable<PricedMeter> meters,
        string currency
    ) =>
        new()
        {
            ["start_date"] = WireTime.Write(start),
            ["end_date"] = WireTime.Write(end),
            ["meters"] = new JsonArray([.. meters.Select(meter => (JsonNode)meter.ToUsageJson(currency))]),
        };
}
