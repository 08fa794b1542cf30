namespace DodoUpsell;

/// <summary>Represents one page of a list.</summary>
/// <param name="items">The items of this page.</param>
/// <param name="continuationToken">The start of the next page, or null if this page is known to be the last.</param>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class Page<T>(IReadOnlyList<T> items, string? continuationToken)
{
    /// <summary>Gets the items of this page, in the order of the API.</summary>
    public IReadOnlyList<T> Items { get; } = items;

    /// <summary>
    /// Gets the token to pass to <see cref="AsyncPageable{T}.AsPages"/> to continue after this page, or null if this
    /// page is known to be the last.
    /// </summary>
    public string? ContinuationToken { get; } = continuationToken;
}
