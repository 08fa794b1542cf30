using System.Globalization;
using System.Runtime.CompilerServices;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Http;

/// <summary>
/// Enumerates the two kinds of lists of the API. If a server sends the same page again, an exception is thrown instead
/// of looping endlessly.
/// </summary>
internal static class PagedCalls
{
    /// <summary>The maximum page size of the API.</summary>
    public const int LargestPage = 100;

    /// <summary>
    /// Lists by page number. Page numbers start at 0 and are always sent. The end is an empty page, because a short
    /// page may only mean a smaller limit.
    /// </summary>
    public static AsyncPageable<T> List<T>(
        this Transport transport,
        Operation operation,
        string path,
        QueryString filters,
        int? pageSize,
        ReadJson<ListResponse<T>> readList,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var start = filters.Add("page_size", pageSize ?? LargestPage).ToString();
        return new AsyncPageable<T>((token, enumeratorToken) => Pages(token, enumeratorToken), cancellationToken);

        async IAsyncEnumerable<Page<T>> Pages(string? token, [EnumeratorCancellation] CancellationToken stop)
        {
            PagePrint? previous = null;
            for (var number = FirstPage(token); ; number++)
            {
                var query = string.Create(CultureInfo.InvariantCulture, $"{start}&page_number={number}");
                var page = await transport
                    .SendAsync<ReadPage<T>, ReadJson<ListResponse<T>>>(
                        new Call(operation, path + query),
                        DecodePage,
                        readList,
                        stop
                    )
                    .ConfigureAwait(false);
                if (page.Items.Count == 0)
                    yield break;
                if (page.Print == previous)
                    throw Repeated(operation, number);
                previous = page.Print;
                yield return new Page<T>(page.Items, (number + 1).ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Lists by cursor until the server reports the end.</summary>
    public static AsyncPageable<WebhookEndpoint> ListByCursor(
        this Transport transport,
        Operation operation,
        string path,
        int? pageSize,
        ReadJson<WebhookEndpointList> read,
        CancellationToken cancellationToken
    )
    {
        return new AsyncPageable<WebhookEndpoint>(
            (token, enumeratorToken) => Pages(token, enumeratorToken),
            cancellationToken
        );

        async IAsyncEnumerable<Page<WebhookEndpoint>> Pages(
            string? cursor,
            [EnumeratorCancellation] CancellationToken stop
        )
        {
            for (var number = 0; ; number++)
            {
                var query = new QueryString().Add("limit", pageSize ?? LargestPage).Add("iterator", cursor).ToString();
                var page = await transport.SendAsync(operation, path + query, read, stop).ConfigureAwait(false);
                var isLast = page.Done || page.Data.Count == 0 || string.IsNullOrEmpty(page.Iterator);
                if (page.Data.Count > 0)
                    yield return new Page<WebhookEndpoint>(page.Data, isLast ? null : page.Iterator);
                if (isLast)
                    yield break;
                if (string.Equals(page.Iterator, cursor, StringComparison.Ordinal))
                    throw Repeated(operation, number);
                cursor = page.Iterator;
            }
        }
    }

    private static string? DecodePage<T>(
        ApiResponse response,
        ReadJson<ListResponse<T>> readList,
        out ReadPage<T> result
    )
        where T : class
    {
        var why = JsonBody.Decode(response, readList, out var list);
        result = why is null ? new(list.Items, PagePrint.Of(response.Body.Span)) : null!;
        return why;
    }

    private static int FirstPage(string? token)
    {
        if (token is null)
            return 0;
        return int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException($"'{token}' is not a continuation token of this list.", "continuationToken");
    }

    private static DodoApiException Repeated(Operation operation, int number) =>
        new(
            operation,
            System.Net.HttpStatusCode.OK,
            default,
            null,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{operation.Call} returned page {number} twice, so the list would never end. Use narrower filters to "
                    + $"get fewer pages. ({operation.Name})"
            )
        );

    /// <summary>The items of a page, and what a repeated page is recognised by.</summary>
    private sealed record ReadPage<T>(IReadOnlyList<T> Items, PagePrint Print);
}
