using System.Text.Json;
using DodoUpsell.Tests.Models;

namespace DodoUpsell.Tests.PeerFaults;

/// <summary>Row 9: 48 of 107 value types could not be read, and an unknown value read as −1 or threw.</summary>
public sealed class Every_value_survives
{
    [Fact]
    public void Every_known_value_of_every_type_is_read_as_itself()
    {
        var types = typeof(IDodoClient).Assembly.GetTypes().Where(IsExtensibleValue).ToList();

        Assert.True(types.Count >= 37, $"Only {types.Count} types of values were found.");
        foreach (var type in types)
        {
            var known = (System.Collections.IEnumerable)type.GetProperty("KnownValues")!.GetValue(null)!;
            foreach (var value in known)
            {
                var info = SdkSerializer.Options.GetTypeInfo(type);
                var json = JsonSerializer.Serialize(value, info);
                Assert.Equal(value, JsonSerializer.Deserialize(json, info));
            }
        }
    }

    [Fact]
    public void An_unknown_value_survives_the_round_trip()
    {
        var refund = JsonSerializer.Deserialize<Refund>(
            """{"refund_id":"ref_1","status":"frozen_by_court"}""",
            SdkSerializer.Options
        )!;

        Assert.Equal("frozen_by_court", refund.Status.Value);
        Assert.False(refund.Status.IsKnown);
        Assert.Contains(
            "\"frozen_by_court\"",
            JsonSerializer.Serialize(refund, SdkSerializer.Options),
            StringComparison.Ordinal
        );
    }

    private static bool IsExtensibleValue(Type type) =>
        type.IsValueType
        && type.GetInterfaces()
            .Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IExtensibleValue<>));
}
