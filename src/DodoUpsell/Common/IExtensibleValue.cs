namespace DodoUpsell;

/// <summary>
/// A value from a list that the API may extend: known values have names, unknown ones survive unchanged.
/// </summary>
/// <remarks>
/// Compared by ordinal text, except <see cref="EntitlementGrantStatus"/>, which has no regard to case. The default
/// value stands for "not given": its <see cref="Value"/> is empty.
/// </remarks>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface IExtensibleValue<TSelf> : IParsable<TSelf>
    where TSelf : struct, IExtensibleValue<TSelf>
{
    /// <summary>The values that this version of the SDK knows by name.</summary>
    static abstract IReadOnlyList<TSelf> KnownValues { get; }

    /// <summary>Gets the text on the wire; empty for the default value.</summary>
    string Value { get; }

    /// <summary>Gets whether this version of the SDK knows the value by name.</summary>
    bool IsKnown { get; }
}
