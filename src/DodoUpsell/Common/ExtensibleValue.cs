using System.Diagnostics.CodeAnalysis;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>Provides the implementation that all extensible values share.</summary>
internal static class ExtensibleValue
{
    public static string Require(
        string value,
        [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string? name = null
    )
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        return value;
    }

    public static bool IsKnown<T>(T value)
        where T : struct, IExtensibleValue<T> => ExtensibleValueTable<T>.Contains(value);

    public static bool TryParse<T>([NotNullWhen(true)] string? text, out T value)
        where T : struct, IExtensibleValue<T>
    {
        value = string.IsNullOrWhiteSpace(text) ? default : T.Parse(text, null);
        return value.Value.Length > 0;
    }
}
