using System.Collections;
using System.Diagnostics.CodeAnalysis;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Engine;

/// <summary>Objects by id, in the order of their creation.</summary>
internal sealed class Table<T>(string noun, Func<T, string> idOf) : IEnumerable<T>
    where T : class
{
    private readonly OrderedDictionary<string, T> _rows = new(StringComparer.Ordinal);

    public IEnumerable<T> NewestFirst() => _rows.Values.Reverse();

    public bool TryGet(string id, [NotNullWhen(true)] out T? row) => _rows.TryGetValue(id, out row);

    public T Get(string id) => _rows.TryGetValue(id, out var row) ? row : throw ApiException.NotFound($"{noun} `{id}`");

    public void Put(T row) => _rows[idOf(row)] = row;

    public void Remove(T row) => _rows.Remove(idOf(row));

    public void Clear() => _rows.Clear();

    public IEnumerator<T> GetEnumerator() => _rows.Values.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
