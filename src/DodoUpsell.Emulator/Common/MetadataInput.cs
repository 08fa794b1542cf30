using System.Text.Json;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Common;

/// <summary>Reads metadata within the API's limits: 50 pairs, keys of 40 and values of 500 characters.</summary>
internal static class MetadataInput
{
    private const int MaximumPairs = 50;
    private const int MaximumKeyLength = 40;
    private const int MaximumValueLength = 500;

    /// <summary>Returns an empty object if the member is absent. A null is refused.</summary>
    public static JsonObject Metadata(this JsonInput input) => Read(input.ObjectUnlessAbsent("metadata")) ?? [];

    /// <summary>Returns null if the member is absent or null.</summary>
    public static JsonObject? OptionalMetadata(this JsonInput input) => Read(input.OptionalObject("metadata"));

    private static JsonObject? Read(JsonInput? input)
    {
        if (input is null)
            return null;

        var metadata = new JsonObject();
        foreach ((var key, var value) in input.Members())
        {
            if (!IsScalar(value))
                throw input.Invalid(key, "expected a string, a number or a boolean");

            if (key.Length is 0 or > MaximumKeyLength || !key.All(IsKeyCharacter))
                throw ApiException.InvalidParameters(
                    $"metadata key `{key}`: use at most {MaximumKeyLength} letters, digits, `-` or `_`"
                );

            if (value!.GetValueKind() == JsonValueKind.String && value.GetValue<string>().Length > MaximumValueLength)
                throw ApiException.InvalidParameters(
                    $"metadata value of `{key}` is longer than {MaximumValueLength} characters"
                );

            metadata[key] = value.DeepClone();
        }

        return metadata.Count <= MaximumPairs
            ? metadata
            : throw ApiException.Unprocessable(
                ErrorCodes.MaximumKeysReached,
                $"metadata holds at most {MaximumPairs} pairs"
            );
    }

    private static bool IsScalar(JsonNode? value) =>
        value?.GetValueKind() switch
        {
            JsonValueKind.String or JsonValueKind.True or JsonValueKind.False => true,
            JsonValueKind.Number => double.IsFinite(value.GetValue<double>()),
            _ => false,
        };

    private static bool IsKeyCharacter(char character) =>
        char.IsAsciiLetterOrDigit(character) || character is '-' or '_';
}
