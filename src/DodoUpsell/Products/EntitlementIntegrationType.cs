using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the service through which an entitlement is delivered.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<EntitlementIntegrationType>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct EntitlementIntegrationType : IExtensibleValue<EntitlementIntegrationType>
{
    private readonly string? _value;

    /// <summary>Initializes an integration type from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public EntitlementIntegrationType(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>A role on a Discord server.</summary>
    public static EntitlementIntegrationType Discord => new("discord");

    /// <summary>Membership of a Telegram chat.</summary>
    public static EntitlementIntegrationType Telegram => new("telegram");

    /// <summary>Access to a GitHub repository or organisation.</summary>
    public static EntitlementIntegrationType GitHub => new("github");

    /// <summary>Access to a Figma file.</summary>
    public static EntitlementIntegrationType Figma => new("figma");

    /// <summary>A Framer template.</summary>
    public static EntitlementIntegrationType Framer => new("framer");

    /// <summary>A Notion template.</summary>
    public static EntitlementIntegrationType Notion => new("notion");

    /// <summary>Files to download.</summary>
    public static EntitlementIntegrationType DigitalFiles => new("digital_files");

    /// <summary>A license key.</summary>
    public static EntitlementIntegrationType LicenseKey => new("license_key");

    /// <summary>A capability of your own product.</summary>
    public static EntitlementIntegrationType FeatureFlag => new("feature_flag");

    /// <inheritdoc/>
    public static IReadOnlyList<EntitlementIntegrationType> KnownValues { get; } =
    [Discord, Telegram, GitHub, Figma, Framer, Notion, DigitalFiles, LicenseKey, FeatureFlag];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static EntitlementIntegrationType Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out EntitlementIntegrationType result
    ) => ExtensibleValue.TryParse(s, out result);
}
