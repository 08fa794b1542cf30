using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;

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
        JsonTypeInfo<ListResponse<T>> type,
        CancellationToken cancellationToken
    )
    {
        var start = filters.Add("page_size", pageSize ?? LargestPage).ToString();
        return new AsyncPageable<T>((token, enumeratorToken) => Pages(token, enumeratorToken), cancellationToken);

        async IAsyncEnumerable<Page<T>> Pages(string? token, [EnumeratorCancellation] CancellationToken stop)
        {
            PagePrint? previous = null;
            for (var number = FirstPage(token); ; number++)
            {
                var query = string.Create(CultureInfo.InvariantCulture, $"{start}&page_number={number}");
                var (page, print) = await transport
                    .SendAsync<(ListResponse<T>, PagePrint), JsonTypeInfo<ListResponse<T>>>(
                        new Call(operation, path + query),
                        DecodePage,
                        type,
                        stop
                    )
                    .ConfigureAwait(false);
                if (page.Items.Count == 0)
                    yield break;
                if (print == previous)
                    throw Repeated(operation, number);
                previous = print;
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
        JsonTypeInfo<WebhookEndpointList> type,
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
                var page = await transport.SendAsync(operation, path + query, type, stop).ConfigureAwait(false);
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
        JsonTypeInfo<ListResponse<T>> type,
        out (ListResponse<T> Page, PagePrint Print) result
    )
    {
        var why = JsonBody.Decode(response, type, out var page);
        result = (page, PagePrint.Of(response.Body.Span));
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
}
