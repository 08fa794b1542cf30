using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>What a customer may do in the repository.</summary>
[JsonConverter(typeof(ExtensibleValueConverter<GitHubAccess>))]
[DebuggerDisplay("{Value,nq}")]
public readonly record struct GitHubAccess : IExtensibleValue<GitHubAccess>
{
    private readonly string? _value;

    /// <summary>The access with this text.</summary>
    /// <exception cref="ArgumentException">The text is null or blank.</exception>
    public GitHubAccess(string value) => _value = ExtensibleValue.Require(value);

    /// <summary>Read.</summary>
    public static GitHubAccess Pull { get; } = new("pull");

    /// <summary>Read and write.</summary>
    public static GitHubAccess Push { get; } = new("push");

    /// <summary>Everything, settings included.</summary>
    public static GitHubAccess Admin { get; } = new("admin");

    /// <summary>Manage it without the sensitive settings.</summary>
    public static GitHubAccess Maintain { get; } = new("maintain");

    /// <summary>Manage issues and pull requests without writing code.</summary>
    public static GitHubAccess Triage { get; } = new("triage");

    /// <inheritdoc/>
    public static IReadOnlyList<GitHubAccess> KnownValues { get; } = [Pull, Push, Admin, Maintain, Triage];

    /// <inheritdoc/>
    public string Value => _value ?? "";

    /// <inheritdoc/>
    public bool IsKnown => ExtensibleValue.IsKnown(this);

    /// <summary>The text on the wire.</summary>
    public override string ToString() => Value;

    /// <inheritdoc/>
    public static GitHubAccess Parse(string s, IFormatProvider? provider) => new(s);

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GitHubAccess result) =>
        ExtensibleValue.TryParse(s, out result);
}
