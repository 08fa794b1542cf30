using System.Globalization;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Webhooks;

/// <summary>
/// The only cursor-based list of the API: an iterator names the endpoint after which to continue or, with a minus sign,
/// before which.
/// </summary>
internal static class WebhookPage
{
    private const int DefaultLimit = 50;
    private const int MaximumLimit = 250;
    private const string Prefix = "it_";

    public static JsonObject Of(IEnumerable<WebhookEndpoint> endpoints, QueryInput query)
    {
        var limit = Math.Min(query.Int32("limit") ?? DefaultLimit, MaximumLimit);
        if (limit == 0)
            throw ApiException.Unprocessable(
                ErrorCodes.InvalidQueryParams,
                "query parameter `limit`: expected at least 1"
            );

        WebhookEndpoint[] all = [.. endpoints.OrderBy(endpoint => endpoint.Number)];
        var iterator = query.Text("iterator") ?? string.Empty;
        WebhookEndpoint[] page =
            Cursor(iterator) is not { } cursor ? [.. all.Take(limit)]
            : cursor >= 0 ? [.. all.Where(endpoint => endpoint.Number > cursor).Take(limit)]
            : [.. all.Where(endpoint => endpoint.Number < -cursor).TakeLast(limit)];

        return new JsonObject
        {
            ["data"] = new JsonArray([.. page.Select(WebhookJson.Endpoint)]),
            ["iterator"] = page.Length > 0 ? Iterator(page[^1]) : null,
            ["prev_iterator"] = page.Length > 0 ? $"-{Iterator(page[0])}" : null,
            ["done"] = page.Length == 0 || page[^1] == all[^1],
        };
    }

    private static string Iterator(WebhookEndpoint endpoint) => $"{Prefix}{endpoint.Number}";

    private static int? Cursor(string iterator)
    {
        if (iterator.Length == 0)
            return null;

        var backwards = iterator.StartsWith('-');
        var text = backwards ? iterator[1..] : iterator;
        if (
            !text.StartsWith(Prefix, StringComparison.Ordinal)
            || !int.TryParse(
                text.AsSpan(Prefix.Length),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            throw ApiException.Unprocessable(
                ErrorCodes.InvalidQueryParams,
                "query parameter `iterator`: not an iterator that a list returned"
            );
        }

        return backwards ? -number : number;
    }
}
