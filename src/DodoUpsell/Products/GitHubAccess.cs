using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Specifies the access of a customer to a GitHub repository.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<GitHubAccess>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct GitHubAccess : IExtensibleValue<GitHubAccess>
{
    private readonly string? _value;

    /// <summary>Initializes an access level from its wire value.</summary>
    /// <exception cref="ArgumentException"><paramref name="value"/> is null or blank.</exception>
    public GitHubAccess(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Read access.</summary>
    public static GitHubAccess Pull => new("pull");

    /// <summary>Read and write access.</summary>
    public static GitHubAccess Push => new("push");

    /// <summary>Full access, including settings.</summary>
    public static GitHubAccess Admin => new("admin");

    /// <summary>Management of the repository without access to sensitive settings.</summary>
    public static GitHubAccess Maintain => new("maintain");

    /// <summary>Management of issues and pull requests without write access to code.</summary>
    public static GitHubAccess Triage => new("triage");

    /// <inheritdoc/>
    public static IReadOnlyList<GitHubAccess> KnownValues { get; } = [Pull, Push, Admin, Maintain, Triage];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>Returns the wire value.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static GitHubAccess Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GitHubAccess result) =>
        ExtensibleValue.TryParse(s, out result);
}
