using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell.Tests.Models;

/// <summary>Holds every extensible value to the same conventions, whichever they are.</summary>
public sealed class ExtensibleValueTests
{
    public static TheoryData<Type> Types =>
        [
            .. typeof(ApiObject)
                .Assembly.GetTypes()
                .Where(type =>
                    type.IsValueType
                    && type.GetInterfaces()
                        .Any(candidate =>
                            candidate.IsGenericType
                            && candidate.GetGenericTypeDefinition() == typeof(IExtensibleValue<>)
                        )
                ),
        ];

    [Fact]
    public void There_is_one_for_every_list_of_the_contract() =>
        Assert.Equal(
            [.. Contract.Values.Values, typeof(DodoErrorCode), typeof(DeclineCode)],
            Types.Select(row => row.Data).ToHashSet()
        );

    [Theory]
    [MemberData(nameof(Types))]
    public void Is_a_readonly_record_struct_with_one_member_per_known_value(Type type)
    {
        Assert.True(type.IsDefined(typeof(System.Runtime.CompilerServices.IsReadOnlyAttribute), inherit: false));
        Assert.Equal(
            typeof(ExtensibleValueConverter<>).MakeGenericType(type),
            type.GetCustomAttribute<JsonConverterAttribute>()!.ConverterType
        );
        var members = type.GetProperties(BindingFlags.Public | BindingFlags.Static)
            .Where(property => property.PropertyType == type)
            .ToArray();
        var known = Known(type);
        Assert.Equal(known.Length, known.Distinct().Count());
        Assert.Equal(
            known.Select(value => value.ToString()).Order(StringComparer.Ordinal),
            members.Select(member => member.GetValue(null)!.ToString()).Order(StringComparer.Ordinal)
        );
        Assert.All(members, member => Assert.Matches("^[A-Z][A-Za-z0-9]*$", member.Name));
        Assert.Equal(members.Select(member => member.GetValue(null)), known);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Keeps_the_conventions(Type type) =>
        typeof(ExtensibleValueTests)
            .GetMethod(nameof(Check), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .Invoke(null, null);

    private static void Check<T>()
        where T : struct, IExtensibleValue<T>
    {
        // The default stands for "not given".
        Assert.Equal("", default(T).Value);
        Assert.Equal("", default(T).ToString());
        Assert.False(default(T).IsKnown);

        // What is known is known however it was made; case matters.
        foreach (var known in T.KnownValues)
        {
            Assert.True(known.IsKnown);
            Assert.Equal(known, T.Parse(new string(known.Value), null));
            Assert.Equal(known.GetHashCode(), T.Parse(new string(known.Value), null).GetHashCode());
            Assert.Equal(typeof(T) == typeof(EntitlementGrantStatus), known.Equals(T.Parse(Swap(known.Value), null)));
            Assert.Equal(known, RoundTrip(known));
        }

        // What is unknown survives.
        var unknown = T.Parse("Not_known-yet ü", null);
        Assert.False(unknown.IsKnown);
        Assert.Equal("Not_known-yet ü", unknown.Value);
        Assert.Equal(unknown, RoundTrip(unknown));

        // Nothing is the default, both ways.
        Assert.Equal("null", JsonSerializer.Serialize(default(T), Info<T>()));
        Assert.Equal(default, JsonSerializer.Deserialize("null", Info<T>()));
        Assert.Equal(default, JsonSerializer.Deserialize("\"\"", Info<T>()));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("1", Info<T>()));

        Assert.Throws<ArgumentNullException>(() => T.Parse(null!, null));
        Assert.Throws<ArgumentException>(() => T.Parse(" ", null));
        Assert.True(T.TryParse("x", null, out var parsed) && parsed.Value is "x");
        foreach (var blank in new[] { null, "", " " })
            Assert.False(T.TryParse(blank, null, out parsed) || parsed.Value.Length > 0);

        var counts = new Dictionary<T, int> { [T.KnownValues[0]] = 1, [unknown] = 2 };
        Assert.Equal((1, 2), (counts[T.Parse(T.KnownValues[0].Value, null)], counts[T.Parse("Not_known-yet ü", null)]));
        Assert.False(counts.ContainsKey(default));
    }

    [Theory]
    [InlineData("Delivered")]
    [InlineData("delivered")]
    [InlineData("DELIVERED")]
    public void The_status_of_a_grant_is_known_in_whichever_case_and_kept_as_it_came(string text)
    {
        var status = JsonSerializer.Deserialize($"\"{text}\"", Info<EntitlementGrantStatus>());

        Assert.True(status == EntitlementGrantStatus.Delivered);
        Assert.True(status.IsKnown);
        Assert.Equal(EntitlementGrantStatus.Delivered.GetHashCode(), status.GetHashCode());
        Assert.Equal(text, status.Value);
        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(status, Info<EntitlementGrantStatus>()));
        Assert.False(status == EntitlementGrantStatus.Pending || status == default);
    }

    private static string Swap(string text) =>
        string.Concat(text.Select(c => char.IsUpper(c) ? char.ToLowerInvariant(c) : char.ToUpperInvariant(c)));

    private static T RoundTrip<T>(T value) =>
        JsonSerializer.Deserialize(JsonSerializer.Serialize(value, Info<T>()), Info<T>())!;

    private static System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> Info<T>() =>
        (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)Contract.TypeInfo(typeof(T));

    private static object[] Known(Type type) =>
        [.. ((IEnumerable)type.GetProperty("KnownValues")!.GetValue(null)!).Cast<object>()];
}
