using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Webhooks;

/// <summary>Represents the source of a license key.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<LicenseKeySource>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct LicenseKeySource : IExtensibleValue<LicenseKeySource>
{
    private readonly string? _value;

    /// <summary>Creates a source with the given text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public LicenseKeySource(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>The key was created at the time of purchase.</summary>
    public static LicenseKeySource Auto => new("auto");

    /// <summary>You imported the key.</summary>
    public static LicenseKeySource Import => new("import");

    /// <summary>You created the key.</summary>
    public static LicenseKeySource Manual => new("manual");

    /// <inheritdoc/>
    public static IReadOnlyList<LicenseKeySource> KnownValues { get; } = [Auto, Import, Manual];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static LicenseKeySource Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out LicenseKeySource result
    ) => ExtensibleValue.TryParse(s, out result);
}
