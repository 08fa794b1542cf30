using System.Collections;
using System.Diagnostics.CodeAnalysis;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Engine;

/// <summary>Objects by id, in the order of their creation.</summary>
internal sealed class Table<T>(string noun, Func<T, string> idOf) : IEnumerable<T>
    where T : class
{
    private readonly OrderedDictionary<string, Entry<T>> _rows = new(StringComparer.Ordinal);
    private readonly List<TableIndex<T>> _indexes = [];
    private long _created;

    /// <summary>Adds an index that finds rows by other keys. What the keys are taken from must never change in a row.</summary>
    public TableIndex<T> IndexBy(Func<T, IReadOnlyList<string>> keysOf)
    {
        var index = new TableIndex<T>(keysOf);
        foreach (var entry in _rows.Values)
            index.Add(entry);
        _indexes.Add(index);
        return index;
    }

    /// <summary>Returns the rows from the newest on, without copying them.</summary>
    public IEnumerable<T> NewestFirst()
    {
        for (var i = _rows.Count - 1; i >= 0; i--)
            yield return _rows.GetAt(i).Value.Row;
    }

    public bool TryGet(string id, [NotNullWhen(true)] out T? row)
    {
        row = _rows.TryGetValue(id, out var entry) ? entry.Row : null;
        return row is not null;
    }

    public T Get(string id) => TryGet(id, out var row) ? row : throw ApiException.NotFound($"{noun} `{id}`");

    /// <summary>Adds a row, or replaces the one with the same id in its place.</summary>
    public void Put(T row)
    {
        var id = idOf(row);
        var isKnown = _rows.TryGetValue(id, out var old);
        var entry = new Entry<T>(isKnown ? old.Position : _created++, row);
        _rows[id] = entry;
        foreach (var index in _indexes)
        {
            if (isKnown)
                index.Remove(old);
            index.Add(entry);
        }
    }

    public void Remove(T row)
    {
        if (!_rows.Remove(idOf(row), out var entry))
            return;
        foreach (var index in _indexes)
            index.Remove(entry);
    }

    public void Clear()
    {
        _rows.Clear();
        foreach (var index in _indexes)
            index.Clear();
    }

    public IEnumerator<T> GetEnumerator() => _rows.Values.Select(entry => entry.Row).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A row and its place in the order of creation.</summary>
internal readonly record struct Entry<T>(long Position, T Row);
