using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace DodoUpsell;

/// <summary>
/// A key or secret. It never shows in text, in a debugger or in JSON; only <see cref="Reveal"/> gives it away.
/// </summary>
[DebuggerDisplay("***")]
public readonly struct Secret : IEquatable<Secret>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string? _value;

    /// <summary>A secret with this text.</summary>
    public Secret(string? value) => _value = value;

    /// <summary>Gets whether there is no text at all.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(_value);

    /// <summary>A secret with this text.</summary>
    public static implicit operator Secret(string? value) => new(value);

    /// <summary>The text itself; empty when there is none.</summary>
    public string Reveal() => _value ?? "";

    /// <summary>Three asterisks, or nothing when there is no secret.</summary>
    public override string ToString() => IsEmpty ? "" : "***";

    /// <summary>Whether the texts are equal, in a time that does not depend on where they differ.</summary>
    public bool Equals(Secret other) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Reveal()),
            Encoding.UTF8.GetBytes(other.Reveal())
        );

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Secret other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Reveal(), StringComparison.Ordinal);

    /// <summary>Whether the texts are equal.</summary>
    public static bool operator ==(Secret left, Secret right) => left.Equals(right);

    /// <summary>Whether the texts differ.</summary>
    public static bool operator !=(Secret left, Secret right) => !left.Equals(right);
}
