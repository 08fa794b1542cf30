using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Represents your own key-value pairs on an object of the API. They are returned with the object and in its webhooks.
/// </summary>
/// <remarks>
/// At most 50 pairs; keys of at most 40 characters of <c>A-Z a-z 0-9 _ -</c>; values of at most 500 characters. The API
/// cannot search by metadata. Never include secrets. Instances are immutable, and equal if their pairs are equal.
/// </remarks>
/// <example><code>Metadata = new() { ["order"] = "A-1001", ["seats"] = 3 }</code></example>
[JsonConverter(typeof(MetadataConverter))]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The API's own noun.")]
public sealed class Metadata : IReadOnlyDictionary<string, MetadataValue>, IEquatable<Metadata>
{
    /// <summary>The maximum number of pairs that the API accepts: 50.</summary>
    public const int MaxPairs = 50;

    /// <summary>The maximum length of a key that the API accepts: 40 characters.</summary>
    public const int MaxKeyLength = 40;

    /// <summary>The maximum length of a value that the API accepts: 500 characters.</summary>
    public const int MaxValueLength = 500;

    private readonly Dictionary<string, MetadataValue> _pairs;

    /// <summary>Creates an empty instance. Add pairs with an object initializer.</summary>
    public Metadata() => _pairs = new(StringComparer.Ordinal);

    /// <summary>Creates an instance with the given pairs.</summary>
    /// <exception cref="ArgumentException">A key occurs twice.</exception>
    public Metadata(IEnumerable<KeyValuePair<string, MetadataValue>> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        _pairs = new(pairs, StringComparer.Ordinal);
    }

    internal Metadata(Dictionary<string, MetadataValue> pairs) => _pairs = pairs;

    /// <summary>Gets an instance without pairs.</summary>
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

    /// <summary>Returns these pairs combined with those of <paramref name="other"/>, which takes precedence.</summary>
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

    /// <summary>Returns whether both have the same keys with the same values.</summary>
    public bool Equals(Metadata? other) =>
        other is not null
        && Count == other.Count
        && _pairs.All(pair => other._pairs.TryGetValue(pair.Key, out var value) && value == pair.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Metadata);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _pairs.Aggregate(Count, (hash, pair) => hash ^ HashCode.Combine(pair.Key, pair.Value));

    /// <summary>Returns the number of pairs only, because the values may be personal data.</summary>
    public override string ToString() => $"Metadata ({Count})";
}
