namespace DodoUpsell;

/// <summary>A member of a PATCH body with three states: left out, sent as null, or sent with a value.</summary>
/// <remarks>
/// Left out is the default and leaves the stored value alone. Assign a value, or null to clear it; a list is assigned
/// as <c>new([…])</c>.
/// </remarks>
/// <typeparam name="T">The type of the value.</typeparam>
public readonly record struct Patch<T>
{
    /// <summary>A member that is sent, with this value.</summary>
    public Patch(T value)
    {
        Value = value;
        IsSet = true;
    }

    /// <summary>Gets whether the member is sent.</summary>
    public bool IsSet { get; }

    /// <summary>Gets what is sent; meaningless unless <see cref="IsSet"/>.</summary>
    public T Value { get; }

    /// <summary>A member that is sent, with this value.</summary>
    public static implicit operator Patch<T>(T value) => new(value);

    /// <summary>The state only; the value may be personal data.</summary>
    public override string ToString() => IsSet ? "set" : "not set";
}
