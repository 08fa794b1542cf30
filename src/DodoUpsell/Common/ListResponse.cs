using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>The answer of a list that comes whole, in one response.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record ListResponse<T> : ApiObject, IListAnswer
{
    private readonly IReadOnlyList<T>? _items;

    /// <summary>Gets what was listed, in the order of the API.</summary>
    public IReadOnlyList<T> Items
    {
        get => _items ?? [];
        init => _items = value;
    }

    /// <inheritdoc/>
    string? IListAnswer.MissingList => _items is null ? "items" : null;
}
