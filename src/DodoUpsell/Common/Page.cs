namespace DodoUpsell;

/// <summary>One page of a list.</summary>
/// <param name="items">The items of this page.</param>
/// <param name="continuationToken">Where the next page starts; null when this one is known to be the last.</param>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class Page<T>(IReadOnlyList<T> items, string? continuationToken)
{
    /// <summary>Gets the items of this page, in the order of the API.</summary>
    public IReadOnlyList<T> Items { get; } = items;

    /// <summary>
    /// Pass it to <see cref="AsyncPageable{T}.AsPages"/> to go on after this page; null when this page is known to be
    /// the last.
    /// </summary>
    public string? ContinuationToken { get; } = continuationToken;
}
