using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>Represents a list that is returned completely in one response.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed record ListResponse<T> : ApiObject, IListAnswer
{
    private readonly IReadOnlyList<T>? _items;

    /// <summary>Gets the items, in the order of the API.</summary>
    public IReadOnlyList<T> Items
    {
        get => _items ?? [];
        init => _items = value;
    }

    /// <inheritdoc/>
    string? IListAnswer.MissingList => _items is null ? "items" : null;
}
