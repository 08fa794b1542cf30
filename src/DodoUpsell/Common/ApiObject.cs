using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell;

/// <summary>A JSON object of the API. Members this version does not know are kept and sent back unchanged.</summary>
/// <remarks>Its text form names the type only, because most objects carry personal data or secrets.</remarks>
public abstract record ApiObject
{
    private protected ApiObject() { }

    /// <summary>
    /// Members that this version of the SDK has no property for, by their name on the wire; empty when there are none.
    /// </summary>
    /// <remarks>Set it on a request to send a member that the SDK does not know yet.</remarks>
    [JsonIgnore]
    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties
    {
        get => ExtensionData ?? NoProperties;
        init => ExtensionData = value is { Count: > 0 } ? new(value, StringComparer.Ordinal) : null;
    }

    // System.Text.Json fills extension data through a settable dictionary only; an init-only one throws when it is
    // first used.
    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement>? ExtensionData { get; set; }

    private static readonly Dictionary<string, JsonElement> NoProperties = [];

    /// <summary>Equal when of the same type and with equal additional members.</summary>
    public virtual bool Equals(ApiObject? other) =>
        other is not null
        && EqualityContract == other.EqualityContract
        && SameProperties(ExtensionData, other.ExtensionData);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(EqualityContract, ExtensionData?.Count ?? 0);

    /// <summary>The name of the type; never its content.</summary>
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
