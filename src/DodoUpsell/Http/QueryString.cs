using System.Globalization;
using System.Text;

namespace DodoUpsell.Http;

/// <summary>Builds a query string. Null values are omitted, and all values are escaped.</summary>
internal sealed class QueryString
{
    private readonly StringBuilder _text = new();

    public QueryString Add(string name, string? value)
    {
        if (value is not null)
            _text.Append(_text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        return this;
    }

    public QueryString Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    public QueryString Add(string name, bool? value) =>
        Add(
            name,
            value switch
            {
                true => "true",
                false => "false",
                null => null,
            }
        );

    public QueryString Add(string name, DateTimeOffset? value) =>
        Add(name, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));

    public QueryString Add<T>(string name, T? value)
        where T : struct, IExtensibleValue<T> => Add(name, value is { Value.Length: > 0 } given ? given.Value : null);

    public override string ToString() => _text.ToString();
}
