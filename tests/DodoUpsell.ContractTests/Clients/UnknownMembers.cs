using System.Collections;
using System.Reflection;

namespace DodoUpsell.ContractTests.Clients;

/// <summary>
/// Finds the members that the SDK kept as unknown. A misspelt property would survive a round trip as an unknown member,
/// so a response that the contract describes must not have any.
/// </summary>
internal static class UnknownMembers
{
    /// <summary>Returns the unknown members of a result and of all objects in it.</summary>
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
