namespace DodoUpsell;

/// <summary>
/// Represents a value of a set that the API may extend. Known values have names; unknown values are preserved
/// unchanged.
/// </summary>
/// <remarks>
/// Values are compared by ordinal text, except <see cref="EntitlementGrantStatus"/>, which ignores case. The default
/// value means "not set"; its <see cref="Value"/> is empty.
/// </remarks>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IExtensibleValue<TSelf> : IParsable<TSelf>
    where TSelf : struct, IExtensibleValue<TSelf>
{
    /// <summary>Gets the values that this version of the SDK knows by name.</summary>
    static abstract IReadOnlyList<TSelf> KnownValues { get; }

    /// <summary>Gets the JSON text of the value; empty for the default value.</summary>
    string Value { get; }

    /// <summary>Gets whether this version of the SDK knows the value by name.</summary>
    bool IsKnown { get; }
}
