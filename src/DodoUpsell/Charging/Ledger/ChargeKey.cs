using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Identifies one intended charge. At most one charge ever exists for a key, whatever fails and however often the
/// request is repeated.
/// </summary>
/// <remarks>
/// Derive the key from what the customer accepts, not from the click: <c>new ChargeKey($"order-{orderId}-upsell")</c>.
/// A new key for each click gives no protection. The key is stored in the payment's metadata, so it must not contain
/// personal data.
/// </remarks>
[JsonConverter(typeof(ChargeKeyConverter))]
public readonly record struct ChargeKey
{
    /// <summary>The maximum length of a key: 200 characters.</summary>
    public const int MaxLength = 200;

    private readonly string? _value;

    /// <summary>
    /// Creates a key from a text of 1 to 200 characters, without leading or trailing spaces, control characters or
    /// emoji.
    /// </summary>
    /// <exception cref="ArgumentException">The text is blank, too long, has leading or trailing spaces, or contains a
    /// control character or an emoji.</exception>
    public ChargeKey(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        if (WhatIsWrong(value) is { } wrong)
            throw new ArgumentException(wrong, nameof(value));
        _value = value;
    }

    /// <summary>Gets the text of the key; empty for the default value, which no charge accepts.</summary>
    public string Value => _value ?? "";

    /// <summary>Converts a text to a key.</summary>
    /// <exception cref="ArgumentException">The text is not a valid key.</exception>
    [SuppressMessage(
        "Usage",
        "CA2225:Operator overloads have named alternates",
        Justification = "The constructor is the named alternate."
    )]
    public static implicit operator ChargeKey(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(ChargeKey other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Value, StringComparison.Ordinal);

    /// <summary>Returns the text of the key.</summary>
    public override string ToString() => Value;

    internal static ChargeKey Require(ChargeKey key, string name) =>
        key.Value.Length > 0
            ? key
            : throw new ArgumentException(
                $"{name} is missing: set a key for the charge, such as new ChargeKey($\"order-{{orderId}}-upsell\").",
                name
            );

    /// <summary>Tries to create a key from external text, where invalid text is not an error.</summary>
    internal static bool TryParse(string? text, out ChargeKey key)
    {
        var isKey = !string.IsNullOrWhiteSpace(text) && WhatIsWrong(text) is null;
        key = isKey ? new ChargeKey(text!) : default;
        return isKey;
    }

    private static string? WhatIsWrong(string value)
    {
        if (value.Length > MaxLength)
            return $"A charge key can have at most {MaxLength} characters; this one has {value.Length}. "
                + $"Build it from ids, or use a hash.";
        if (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]))
            return "A charge key must not start or end with a space.";
        return value.Any(IsUnfit) ? "A charge key must not contain control characters or emoji." : null;
    }

    private static bool IsUnfit(char c) => char.IsControl(c) || char.IsSurrogate(c);
}
