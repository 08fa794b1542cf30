using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>
/// Represents a JSON object of the API. Members unknown to this version are kept and sent back unchanged.
/// </summary>
/// <remarks>The text form contains only the type name, because most objects contain personal data or secrets.</remarks>
public abstract record ApiObject
{
    private protected ApiObject() { }

    /// <summary>
    /// Gets the members that this version of the SDK has no property for, by their JSON name; empty if there are none.
    /// </summary>
    /// <remarks>Set it on a request to send a member that the SDK has no property for.</remarks>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties
    {
        get => ExtensionData ?? NoProperties;
        init => ExtensionData = value is { Count: > 0 } ? new(value, StringComparer.Ordinal) : null;
    }

    // System.Text.Json requires a settable dictionary for extension data; an init-only one throws on first use.
    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement>? ExtensionData { get; set; }

    private static readonly Dictionary<string, JsonElement> NoProperties = [];

    /// <summary>Returns whether the other object has the same type and equal additional members.</summary>
    public virtual bool Equals(ApiObject? other) =>
        other is not null
        && EqualityContract == other.EqualityContract
        && SameProperties(ExtensionData, other.ExtensionData);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, ExtensionData?.Count ?? 0);

    /// <summary>Returns the name of the type, never the content.</summary>
    public sealed override string ToString() => EqualityContract.Name;

    private static bool SameProperties(Dictionary<string, JsonElement>? left, Dictionary<string, JsonElement>? right)
    {
        if (left is null || right is null)
            return left is null or { Count: 0 } && right is null or { Count: 0 };
        return left.Count == right.Count
            && left.All(pair =>
                right.TryGetValue(pair.Key, out var other) && JsonElement.DeepEquals(pair.Value, other)
            );
    }
}
