using System.Reflection;

namespace DodoUpsell.StoreTests.Support;

/// <summary>
/// Compares records property by property. Times are compared with microsecond precision, which is what databases store.
/// </summary>
internal static class AssertRecord
{
    public static void Same(ChargeRecord? expected, ChargeRecord? actual)
    {
        Assert.NotNull(actual);
        Assert.Empty(Differences("", expected!, actual));
    }

    public static void Same(ChargeSettlement expected, ChargeSettlement? actual)
    {
        Assert.NotNull(actual);
        Same(expected.Charge, actual.Charge);
        Assert.Empty(Differences("", expected with { Charge = actual.Charge }, actual));
    }

    /// <summary>Compares any two objects of the same type.</summary>
    public static void SameProperties<T>(T expected, T? actual)
        where T : class
    {
        Assert.NotNull(actual);
        Assert.Empty(Differences("", expected, actual));
    }

    private static IEnumerable<string> Differences(string path, object expected, object actual)
    {
        foreach (var property in expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var (left, right) = (property.GetValue(expected), property.GetValue(actual));
            if (
                left is IReadOnlyList<ChargeAttempt> before
                && right is IReadOnlyList<ChargeAttempt> after
                && before.Count == after.Count
            )
            {
                foreach (
                    var difference in before
                        .Zip(after)
                        .SelectMany((pair, i) => Differences($"{property.Name}[{i}].", pair.First, pair.Second))
                )
                    yield return difference;
            }
            else if (
                left is IReadOnlyList<string> ids
                && right is IReadOnlyList<string> others
                && ids.SequenceEqual(others, StringComparer.Ordinal)
            )
            {
                continue;
            }
            else if (
                !Equals(left, right)
                && !(
                    left is DateTimeOffset one
                    && right is DateTimeOffset other
                    && (one - other).Duration() < TimeSpan.FromMicroseconds(1)
                )
            )
            {
                yield return $"{path}{property.Name}: expected {left ?? "nothing"}, was {right ?? "nothing"}";
            }
        }
    }
}
