using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace DodoUpsell;

/// <summary>
/// Represents a key or secret. Its text is not shown in strings, debuggers or JSON; only <see cref="Reveal"/> returns
/// it.
/// </summary>
[DebuggerDisplay("***")]
public readonly struct Secret : IEquatable<Secret>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _value;

    /// <summary>Creates a secret from its text.</summary>
    public Secret(string? value) => _value = value;

    /// <summary>Gets whether the secret is empty.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(_value);

    /// <summary>Converts a text to a secret.</summary>
    public static implicit operator Secret(string? value) => new(value);

    /// <summary>Returns the text of the secret; empty if there is none.</summary>
    public string Reveal() => _value ?? "";

    /// <summary>Returns three asterisks, or an empty string if the secret is empty.</summary>
    public override string ToString() => IsEmpty ? "" : "***";

    /// <summary>Returns whether the texts are equal, in a time that does not depend on where they differ.</summary>
    public bool Equals(Secret other) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Reveal()),
            Encoding.UTF8.GetBytes(other.Reveal())
        );

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Secret other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Reveal(), StringComparison.Ordinal);

    /// <summary>Returns whether the texts are equal.</summary>
    public static bool operator ==(Secret left, Secret right) => left.Equals(right);

    /// <summary>Returns whether the texts differ.</summary>
    public static bool operator !=(Secret left, Secret right) => !left.Equals(right);
}
