using System.Text.Json.Nodes;
using DodoUpsell.TestKit;

namespace DodoUpsell.ContractTests.Kit;

public sealed class JsonComparisonTests
{
    [Theory]
    [InlineData("""{"a": 1, "b": [true, null]}""", """{"b": [true, null], "a": 1.0}""")]
    [InlineData("12300000000", "1.23e10")]
    [InlineData("\"2026-09-14T08:12:45.318204Z\"", "\"2026-09-14T10:12:45.3182040+02:00\"")]
    public void The_same_meaning_is_equal(string expected, string actual) =>
        Assert.Empty(JsonComparison.Differences(JsonNode.Parse(expected), JsonNode.Parse(actual)));

    [Theory]
    [InlineData("""{"a": {"b": [1, 2]}}""", """{"a": {"b": [1, 3]}}""", "$.a.b[1]: expected 2, was 3")]
    [InlineData("""{"a": 1}""", """{"a": "1"}""", "$.a: expected 1, was \"1\"")]
    [InlineData("""{"a": 1}""", "{}", "$.a: expected 1, was absent")]
    [InlineData("{}", """{"a": null}""", "$.a: not expected, was null")]
    [InlineData("[1]", "[1, 1]", "$: expected [1], was [1,1]")]
    [InlineData("true", "false", "$: expected true, was false")]
    [InlineData(
        "\"2026-09-14T08:12:45.318204Z\"",
        "\"2026-09-14T08:12:45.318Z\"",
        "$: expected \"2026-09-14T08:12:45.318204Z\", was \"2026-09-14T08:12:45.318Z\""
    )]
    [InlineData("\"32\"", "\"0032\"", "$: expected \"32\", was \"0032\"")]
    public void A_difference_is_named_with_its_place(string expected, string actual, string difference) =>
        Assert.Equal(
            [difference],
            JsonComparison.Differences(JsonNode.Parse(expected), JsonNode.Parse(actual)),
            StringComparer.Ordinal
        );

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("0")]
    [InlineData("false")]
    [InlineData("\"\"")]
    public void A_default_may_stand_for_nothing_but_only_when_asked(string value)
    {
        var actual = JsonNode.Parse($$"""{"a": {{value}}}""");

        Assert.Empty(JsonComparison.Differences(new JsonObject(), actual, absentIsDefault: true));
        Assert.Empty(JsonComparison.Differences(new JsonObject { ["a"] = null }, actual, absentIsDefault: true));
        Assert.NotEmpty(JsonComparison.Differences(new JsonObject(), actual));
    }

    [Fact]
    public void A_value_never_stands_for_nothing()
    {
        JsonNode actual = new JsonObject { ["a"] = 1 };

        Assert.NotEmpty(JsonComparison.Differences(new JsonObject(), actual, absentIsDefault: true));
        Assert.NotEmpty(JsonComparison.Differences(actual, new JsonObject(), absentIsDefault: true));
        Assert.NotEmpty(JsonComparison.Differences(new JsonObject { ["a"] = null }, actual, absentIsDefault: true));
    }
}
