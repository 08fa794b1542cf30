namespace DodoUpsell.Emulator.Engine;

/// <summary>
/// Finds rows of a table by a key that several of them share, such as their customer, in the order of the table. The
/// cost depends on the rows of that key only.
/// </summary>
internal sealed class TableIndex<T>(Func<T, IReadOnlyList<string>> keysOf)
    where T : class
{
    private static readonly Comparer<Entry<T>> ByPosition = Comparer<Entry<T>>.Create(
        static (left, right) => left.Position.CompareTo(right.Position)
    );

    private readonly Dictionary<string, List<Entry<T>>> _groups = new(StringComparer.Ordinal);

    /// <summary>Returns the rows of a key, oldest first.</summary>
    public IEnumerable<T> Of(string key) => _groups.GetValueOrDefault(key, []).Select(entry => entry.Row);

    /// <summary>Returns the rows of a key from the newest on, without copying them.</summary>
    public IEnumerable<T> NewestFirst(string key)
    {
        if (!_groups.TryGetValue(key, out var group))
            yield break;
        for (var i = group.Count - 1; i >= 0; i--)
            yield return group[i].Row;
    }

    internal void Add(Entry<T> entry)
    {
        foreach (var key in keysOf(entry.Row))
        {
            if (!_groups.TryGetValue(key, out var group))
                _groups[key] = group = [];
            var place = group.BinarySearch(entry, ByPosition);

            // A key that a row has twice counts once.
            if (place < 0)
                group.Insert(~place, entry);
        }
    }

    internal void Remove(Entry<T> entry)
    {
        foreach (var key in keysOf(entry.Row))
        {
            if (!_groups.TryGetValue(key, out var group))
                continue;
            var place = group.BinarySearch(entry, ByPosition);
            if (place >= 0)
                group.RemoveAt(place);
            if (group.Count == 0)
                _groups.Remove(key);
        }
    }

    internal void Clear() => _groups.Clear();
}
