using System.Collections;
using System.Reflection;

namespace DodoUpsell.ContractTests.Clients;

/// <summary>
/// Finds what the SDK kept without knowing it. A misspelt property would survive a round trip that way, so of an answer
/// that the contract describes nothing may be unknown.
/// </summary>
internal static class UnknownMembers
{
    /// <summary>The unknown members in a result and in everything it holds.</summary>
    public static IReadOnlyList<string> In(object? result)
    {
        var found = new List<string>();
        Collect(result, found);
        return found;
    }

    private static void Collect(object? value, List<string> found)
    {
        switch (value)
        {
            case ApiObject known:
                found.AddRange(known.AdditionalProperties.Keys.Select(name => $"{known.GetType().Name}.{name}"));
                foreach (var property in known.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                    Collect(property.GetValue(known), found);
                break;
            case IEnumerable items and not string and not IEnumerable<KeyValuePair<string, MetadataValue>>:
                foreach (var item in items)
                    Collect(item, found);
                break;
        }
    }
}
