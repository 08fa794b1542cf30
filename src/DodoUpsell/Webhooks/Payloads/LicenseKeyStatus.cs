using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>Represents the status of a license key.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<LicenseKeyStatus>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct LicenseKeyStatus : IExtensibleValue<LicenseKeyStatus>
{
    private readonly string? _value;

    /// <summary>Creates a status with the given text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public LicenseKeyStatus(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>The key can be used.</summary>
    public static LicenseKeyStatus Active => new("active");

    /// <summary>The key has expired.</summary>
    public static LicenseKeyStatus Expired => new("expired");

    /// <summary>The key was disabled.</summary>
    public static LicenseKeyStatus Disabled => new("disabled");

    /// <inheritdoc/>
    public static IReadOnlyList<LicenseKeyStatus> KnownValues { get; } = [Active, Expired, Disabled];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static LicenseKeyStatus Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out LicenseKeyStatus result
    ) => ExtensibleValue.TryParse(s, out result);
}
