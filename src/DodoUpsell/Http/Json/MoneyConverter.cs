using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.Http.Json;

/// <summary>
/// Converts money in data that the SDK itself stores to and from one text: <c>"5000 USD"</c>. The API uses separate
/// members for amount and currency.
/// </summary>
internal sealed class MoneyConverter : JsonConverter<Money>
{
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (
            space < 0
            || !long.TryParse(
                text.AsSpan(0, space),
                System.Globalization.NumberStyles.AllowLeadingSign,
                System.Globalization.CultureInfo.InvariantCulture,
                out var minor
            )
        )
            throw new JsonException("An amount was expected, such as \"5000 USD\".");
        return Currency.TryParse(text[(space + 1)..], null, out var currency)
            ? new Money(minor, currency)
            : new Money(minor, default);
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        writer.WriteStringValue(
            string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{value.MinorUnits} {value.Currency.Value}"
            )
        );
}
