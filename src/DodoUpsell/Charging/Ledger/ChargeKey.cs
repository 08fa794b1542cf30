using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Your name for one intended charge. At most one charge ever exists for a key, whatever fails and however often it is
/// repeated.
/// </summary>
/// <remarks>
/// Derive it from what the customer accepts, not from the click: <c>new ChargeKey($"order-{orderId}-upsell")</c>. A key
/// made anew for each click protects nothing. It travels in the payment's metadata, so it must hold no personal data.
/// </remarks>
[JsonConverter(typeof(ChargeKeyConverter))]
public readonly record struct ChargeKey
{
    /// <summary>The longest key: 200 characters.</summary>
    public const int MaxLength = 200;

    private readonly string? _value;

    /// <summary>
    /// A key with this text: 1 to 200 characters, without spaces around it, control characters or emoji.
    /// </summary>
    /// <exception cref="ArgumentException">The text is blank, too long, padded with spaces, or has a control
    /// character.</exception>
    public ChargeKey(string value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        if (WhatIsWrong(value) is { } wrong)
            throw new ArgumentException(wrong, nameof(value));
        _value = value;
    }

    /// <summary>Gets the text; empty for the default value, which no charge accepts.</summary>
    public string Value => _value ?? "";

    /// <summary>A key with this text.</summary>
    /// <exception cref="ArgumentException">The text is not a key.</exception>
    [SuppressMessage(
        "Usage",
        "CA2225:Operator overloads have named alternates",
        Justification = "The constructor is it."
    )]
    public static implicit operator ChargeKey(string value) => new(value);

    /// <inheritdoc/>
    public bool Equals(ChargeKey other) => string.Equals(Value, other.Value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Value, StringComparison.Ordinal);

    /// <summary>The text.</summary>
    public override string ToString() => Value;

    internal static ChargeKey Require(ChargeKey key, string name) =>
        key.Value.Length > 0
            ? key
            : throw new ArgumentException(
                $"{name} is missing: name the charge, such as new ChargeKey($\"order-{{orderId}}-upsell\").",
                name
            );

    /// <summary>For text that comes from outside, where a wrong one is no error.</summary>
    internal static bool TryParse(string? text, out ChargeKey key)
    {
        var isKey = !string.IsNullOrWhiteSpace(text) && WhatIsWrong(text) is null;
        key = isKey ? new ChargeKey(text!) : default;
        return isKey;
    }

    private static string? WhatIsWrong(string value)
    {
        if (value.Length > MaxLength)
            return $"A charge key has at most {MaxLength} characters; this one has {value.Length}. Use ids, or a hash of "
                + $"what it stands for.";
        if (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]))
            return "A charge key has no spaces before or after it.";
        return value.Any(IsUnfit) ? "A charge key has no control characters and no emoji." : null;
    }

    private static bool IsUnfit(char c) => char.IsControl(c) || char.IsSurrogate(c);
}
