using System.Text.Json;

namespace DodoUpsell.Http.Json;

/// <summary>
/// Chooses the case of a union by looking ahead: by its <c>type</c>, which may stand anywhere in the object, or by the
/// member that only one case has.
/// </summary>
internal static class UnionJson
{
    /// <param name="ahead">A copy of the reader at the start of the object.</param>
    /// <returns>The text of the <c>type</c> member, or null without one.</returns>
    public static string? TypeOf(Utf8JsonReader ahead)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            var isType = ahead.ValueTextEquals("type"u8);
            ahead.Read();
            if (isType)
                return ahead.TokenType == JsonTokenType.String ? JsonRead.Value(ref ahead) : null;
            ahead.Skip();
        }

        return null;
    }

    /// <param name="ahead">A copy of the reader at the start of the object.</param>
    /// <param name="members">The names to look for.</param>
    /// <returns>The first member of the object that is one of these, or null without one.</returns>
    public static string? FirstOf(Utf8JsonReader ahead, params ReadOnlySpan<string> members)
    {
        while (ahead.Read() && ahead.TokenType == JsonTokenType.PropertyName)
        {
            foreach (var member in members)
            {
                if (ahead.ValueTextEquals(member))
                    return member;
            }

            ahead.Read();
            ahead.Skip();
        }

        return null;
    }

    public static NotSupportedException Unwritable(object value) =>
        new($"{value.GetType()} is not a case of its union.");
}
