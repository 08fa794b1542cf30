namespace DodoUpsell;

/// <summary>Represents a list that is fetched page by page during enumeration, one request at a time.</summary>
/// <remarks>No request is sent before the enumeration starts. Each enumeration starts from the beginning.</remarks>
/// <example>
/// <code>
/// await foreach (Payment payment in dodo.Payments.ListAsync(new() { CustomerId = "cus_…" }))
///     Console.WriteLine(payment.Total);
/// </code>
/// </example>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class AsyncPageable<T> : IAsyncEnumerable<T>
{
    private readonly Func<string?, CancellationToken, IAsyncEnumerable<Page<T>>> _pages;
    private readonly CancellationToken _cancellationToken;

    internal AsyncPageable(
        Func<string?, CancellationToken, IAsyncEnumerable<Page<T>>> pages,
        CancellationToken cancellationToken
    )
    {
        _pages = pages;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Creates a list from pages, for tests that substitute a client.</summary>
    public static AsyncPageable<T> FromPages(params IReadOnlyList<Page<T>> pages) =>
        new((token, _) => Enumerate(After(pages, token)), CancellationToken.None);

    /// <summary>Creates a list from items on one page, for tests that substitute a client.</summary>
    public static AsyncPageable<T> FromItems(params IReadOnlyList<T> items) => FromPages(new Page<T>(items, null));

    /// <summary>Returns the pages of the list, from the beginning or after an earlier page.</summary>
    /// <param name="continuationToken">The <see cref="Page{T}.ContinuationToken"/> of the page after which to continue,
    /// or null for the first page.</param>
    public IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null) =>
        _pages(continuationToken, _cancellationToken);

    /// <inheritdoc/>
    public async IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(_cancellationToken, cancellationToken);
        await foreach (var page in _pages(null, both.Token).ConfigureAwait(false))
        {
            foreach (var item in page.Items)
                yield return item;
        }
    }

    private static async IAsyncEnumerable<Page<T>> Enumerate(IEnumerable<Page<T>> pages)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var page in pages)
            yield return page;
    }

    private static IEnumerable<Page<T>> After(IReadOnlyList<Page<T>> pages, string? token) =>
        token is null
            ? pages
            : pages.SkipWhile(page => !string.Equals(page.ContinuationToken, token, StringComparison.Ordinal)).Skip(1);
}
