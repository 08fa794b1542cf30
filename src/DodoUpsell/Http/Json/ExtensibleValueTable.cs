namespace DodoUpsell.Http.Json;

/// <summary>The known values of a type. It is only filled when an app asks whether a value is known.</summary>
internal static class ExtensibleValueTable<T>
    where T : struct, IExtensibleValue<T>
{
    private static readonly HashSet<T> Known = [.. T.KnownValues];

    public static bool Contains(T value) => Known.Contains(value);
}
