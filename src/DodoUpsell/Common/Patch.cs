namespace DodoUpsell;

/// <summary>
/// Represents a member of a PATCH body with three states: omitted, sent as null, or sent with a value.
/// </summary>
/// <remarks>
/// The default is to omit the member, which leaves the stored value unchanged. Assign a value, or null to clear it.
/// Assign a list as <c>new([…])</c>.
/// </remarks>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly record struct Patch<T>
{
    /// <summary>Creates a member that is sent with this value.</summary>
    public Patch(T value)
    {
        Value = value;
        IsSet = true;
    }

    /// <summary>Gets whether the member is sent.</summary>
    public bool IsSet { get; }

    /// <summary>Gets the value to send. Meaningful only if <see cref="IsSet"/> is true.</summary>
    public T Value { get; }

    /// <summary>Converts a value to a member that is sent with this value.</summary>
    public static implicit operator Patch<T>(T value) => new(value);

    /// <summary>Returns the state only, because the value may be personal data.</summary>
    public override string ToString() => IsSet ? "set" : "not set";
}
