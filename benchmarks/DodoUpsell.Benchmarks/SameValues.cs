using System.Collections;
using System.Globalization;
using System.Reflection;

namespace DodoUpsell.Benchmarks;

/// <summary>
/// Checks that both sides read the same value of every member. Otherwise, the comparison would be meaningless.
/// </summary>
internal static class SameValues
{
    /// <exception cref="InvalidOperationException">A value differs, or a member was not read.</exception>
    public static void Check(string path, object? floor, object? ours)
    {
        if (ours is ApiObject { AdditionalProperties: { Count: > 0 } unread })
            throw new InvalidOperationException($"The SDK does not know {string.Join(", ", unread.Keys)} of {path}.");
        if (floor is null || ours is null)
            throw new InvalidOperationException($"{path} is '{ours}' in the SDK, and '{floor}' in the floor.");

        if (floor is IDictionary<string, string> pairs)
            CheckPairs(path, pairs, (Metadata)ours);
        else if (floor is IList items)
            CheckItems(path, items, [.. ((IEnumerable)ours).Cast<object>()]);
        else if (floor.GetType().Namespace == typeof(Floor.FloorClient).Namespace)
            CheckMembers(path, floor, ours);
        else if (Text(floor) != Text(ours))
            throw new InvalidOperationException($"{path} is '{ours}' in the SDK, and '{floor}' in the floor.");
    }

    private static void CheckMembers(string path, object floor, object ours)
    {
        foreach (var member in floor.GetType().GetProperties())
        {
            var name = member.Name == nameof(Floor.Items<object>.All) ? "Items" : member.Name;
            var counterpart =
                ours.GetType().GetProperty(name)
                ?? throw new InvalidOperationException($"The SDK has no {path}.{member.Name}.");
            Check($"{path}.{member.Name}", member.GetValue(floor), counterpart.GetValue(ours));
        }
    }

    private static void CheckItems(string path, IList floor, List<object> ours)
    {
        if (floor.Count == 0 || floor.Count != ours.Count)
            throw new InvalidOperationException(
                $"{path} has {ours.Count} items in the SDK, {floor.Count} in the floor."
            );
        for (var i = 0; i < floor.Count; i++)
            Check($"{path}[{i}]", floor[i], ours[i]);
    }

    private static void CheckPairs(string path, IDictionary<string, string> floor, Metadata ours)
    {
        if (floor.Count == 0 || floor.Count != ours.Count)
            throw new InvalidOperationException(
                $"{path} has {ours.Count} pairs in the SDK, {floor.Count} in the floor."
            );
        foreach (var (key, value) in floor)
            Check($"{path}.{key}", value, ours[key].AsString());
    }

    /// <summary>Returns the value as JSON has it. An extensible value is a text.</summary>
    private static string? Text(object value) =>
        value.GetType().GetProperty("Value", BindingFlags.Public | BindingFlags.Instance)?.GetValue(value) as string
        ?? Convert.ToString(value is DateTimeOffset time ? time.UtcTicks : value, CultureInfo.InvariantCulture);
}
