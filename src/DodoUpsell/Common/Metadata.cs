using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Your own key-value pairs on an object of the API; they come back on it and in its webhooks.</summary>
/// <remarks>
/// At most 50 pairs; keys of at most 40 characters out of <c>A-Z a-z 0-9 _ -</c>; values of at most 500 characters.
/// Not searchable on the server. Never put secrets here. Immutable; equal when the pairs are equal.
/// </remarks>
/// <example><code>Metadata = new() { ["order"] = "A-1001", ["seats"] = 3 }</code></example>
[JsonConverter(typeof(MetadataConverter))]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The API's own noun.")]
public sealed class Metadata : IReadOnlyDictionary<string, MetadataValue>, IEquatable<Metadata>
{
    /// <summary>The number of pairs that the API accepts: 50.</summary>
    public const int MaxPairs = 50;

    /// <summary>The length of a key that the API accepts: 40 characters.</summary>
    public const int MaxKeyLength = 40;

    /// <summary>The length of a value that the API accepts: 500 characters.</summary>
    public const int MaxValueLength = 500;

    private readonly Dictionary<string, MetadataValue> _pairs;

    /// <summary>No pairs yet; add them with an object initializer.</summary>
    public Metadata() => _pairs = new(StringComparer.Ordinal);

    /// <summary>These pairs.</summary>
    /// <exception cref="ArgumentException">A key is given twice.</exception>
    public Metadata(IEnumerable<KeyValuePair<string, MetadataValue>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        _pairs = new(pairs, StringComparer.Ordinal);
    }

    internal Metadata(Dictionary<string, MetadataValue> pairs) => _pairs = pairs;

    /// <summary>No pairs at all.</summary>
    public static Metadata Empty { get; } = [];

    /// <inheritdoc/>
    public MetadataValue this[string key]
    {
        get => _pairs[key];
        init => _pairs[key] = value;
    }

    /// <inheritdoc/>
    public int Count => _pairs.Count;

    /// <inheritdoc/>
    public IEnumerable<string> Keys => _pairs.Keys;

    /// <inheritdoc/>
    public IEnumerable<MetadataValue> Values => _pairs.Values;

    /// <summary>These pairs and those of <paramref name="other"/>, whose values win where both have a key.</summary>
    public Metadata With(Metadata other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var pairs = new Dictionary<string, MetadataValue>(_pairs, StringComparer.Ordinal);
        foreach (var (key, value) in other._pairs)
            pairs[key] = value;
        return new Metadata(pairs);
    }

    /// <inheritdoc/>
    public bool ContainsKey(string key) => _pairs.ContainsKey(key);

    /// <inheritdoc/>
    public bool TryGetValue(string key, out MetadataValue value) => _pairs.TryGetValue(key, out value);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, MetadataValue>> GetEnumerator() => _pairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Equal when the same keys have the same values.</summary>
    public bool Equals(Metadata? other) =>
        other is not null
        && Count == other.Count
        && _pairs.All(pair => other._pairs.TryGetValue(pair.Key, out var value) && value == pair.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Metadata);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _pairs.Aggregate(Count, (hash, pair) => hash ^ HashCode.Combine(pair.Key, pair.Value));

    /// <summary>The number of pairs only; the values may be personal data.</summary>
    public override string ToString() => $"Metadata ({Count})";
}
