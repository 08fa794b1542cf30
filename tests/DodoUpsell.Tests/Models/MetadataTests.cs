using System.Text.Json;

namespace DodoUpsell.Tests.Models;

public sealed class MetadataTests
{
    [Fact]
    public void Is_equal_by_its_pairs_whatever_their_order()
    {
        Metadata left = new() { ["a"] = "1", ["b"] = 2 };
        Metadata right = new() { ["b"] = 2, ["a"] = "1" };
        Assert.Equal(left, right);
        Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.NotEqual(left, new() { ["a"] = "1" });
        Assert.NotEqual(left, new() { ["a"] = 1, ["b"] = 2 });
        Assert.NotEqual(left, new() { ["A"] = "1", ["b"] = 2 });
    }

    [Theory]
    [InlineData("""{"s":"x","l":9007199254740993,"d":0.1,"b":true}""")]
    [InlineData("""{"n":null,"o":{"a":[1]},"e":""}""")]
    [InlineData("{}")]
    public void Every_value_keeps_its_type(string json)
    {
        var metadata = JsonSerializer.Deserialize(json, DodoJson<Metadata>())!;
        ModelJsonTests.AssertJson(json, JsonSerializer.Serialize(metadata, DodoJson<Metadata>()));
    }

    [Fact]
    public void Values_are_read_as_what_they_are()
    {
        Metadata metadata = new()
        {
            ["s"] = "x",
            ["l"] = 2,
            ["d"] = 1.5,
            ["b"] = true,
        };
        Assert.Equal(
            ("x", 2L, 1.5, true),
            (metadata["s"].AsString(), metadata["l"].AsInt64(), metadata["d"].AsDouble(), metadata["b"].AsBoolean())
        );
        Assert.Equal(2.0, metadata["l"].AsDouble());
        Assert.Null(metadata["s"].AsInt64());
        Assert.Equal("Metadata (4)", metadata.ToString());
    }

    [Fact]
    public void The_other_s_values_win_when_two_are_put_together() =>
        Assert.Equal(new() { ["a"] = 1, ["b"] = 3 }, new Metadata { ["a"] = 1, ["b"] = 2 }.With(new() { ["b"] = 3 }));

    [Fact]
    public void A_null_reads_as_no_pairs_where_there_is_always_metadata() =>
        Assert.Same(
            Metadata.Empty,
            (
                (Payment)
                    ModelJsonTests.Read(
                        typeof(Payment),
                        System.Text.Json.Nodes.JsonNode.Parse("""{"payment_id":"pay_1","metadata":null}""")!
                    )
            ).Metadata
        );

    [Fact]
    public void The_limits_are_exact()
    {
        static Metadata Pairs(int count) =>
            new(Enumerable.Range(1, count).Select(n => KeyValuePair.Create<string, MetadataValue>($"k{n}", n)));

        Validate(Pairs(Metadata.MaxPairs));
        AssertRefused(Pairs(Metadata.MaxPairs + 1));
        Validate(new() { [new string('k', Metadata.MaxKeyLength)] = "v" });
        AssertRefused(new() { [new string('k', Metadata.MaxKeyLength + 1)] = "v" });
        Validate(new() { ["k"] = new string('v', Metadata.MaxValueLength) });
        AssertRefused(new() { ["k"] = new string('v', Metadata.MaxValueLength + 1) });
    }

    [Theory]
    [InlineData("azAZ09_-", true)]
    [InlineData("ключ", false)]
    [InlineData("größe", false)]
    [InlineData("٣", false)]
    [InlineData("a b", false)]
    [InlineData("a.b", false)]
    [InlineData("", false)]
    public void A_key_has_ascii_letters_digits_and_two_signs(string key, bool isTaken)
    {
        Metadata metadata = new() { [key] = "v" };
        if (isTaken)
            Validate(metadata);
        else
            AssertRefused(metadata);
    }

    private static void Validate(Metadata metadata) =>
        new CreateCheckoutSessionRequest
        {
            ProductCart = [new() { ProductId = "pdt_1", Quantity = 1 }],
            Metadata = metadata,
        }.Validate();

    private static void AssertRefused(Metadata metadata) =>
        Assert.StartsWith(
            nameof(Metadata),
            Assert.Throws<ArgumentException>(() => Validate(metadata)).ParamName,
            StringComparison.Ordinal
        );

    private static System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> DodoJson<T>() =>
        (System.Text.Json.Serialization.Metadata.JsonTypeInfo<T>)Contract.TypeInfo(typeof(T));
}
