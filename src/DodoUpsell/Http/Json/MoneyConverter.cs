using System.Text.Json;
using System.Text.Json.Serialization;

namespace DodoUpsell.Http.Json;

/// <summary>
/// Money in what the SDK itself keeps, as one text: <c>"5000 USD"</c>. The API has no such thing: its amounts are bare
/// numbers beside a currency.
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
