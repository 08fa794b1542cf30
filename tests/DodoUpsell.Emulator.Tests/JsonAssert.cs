using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Tests;

internal static class JsonAssert
{
    /// <summary>Both have the same members in the same order; line breaks between them do not matter.</summary>
    public static void Same(string expected, JsonNode? actual) =>
        Assert.Equal(JsonNode.Parse(expected)!.ToJsonString(), actual?.ToJsonString());
}
