using System.Globalization;
using Microsoft.Extensions.Configuration;
using static DodoUpsell.DependencyInjection.DodoUpsellConfiguration;

namespace DodoUpsell.DependencyInjection;

/// <summary>
/// Reads the settings of one configuration section. A setting with another name, or of another kind, is refused: it
/// would have no effect.
/// </summary>
internal readonly struct SettingsReader
{
    private static readonly string[] DateFormats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-ddTHH:mmK",
        "yyyy-MM-ddTHH:mm:ssK",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    private readonly IConfigurationSection _section;

    public SettingsReader(IConfigurationSection section, string[] keys)
    {
        _section = section;
        if (!string.IsNullOrWhiteSpace(section.Value))
            throw WrongSection(section, $"an object with the settings {string.Join(", ", keys)}");
        RefuseUnknownKeys(section, keys);
    }

    public string? Text(string key) => Text(key, "a text, not a list or an object");

    public bool? Flag(string key)
    {
        const string Fix = "true or false";
        return Text(key, Fix) is not { } text ? null
            : bool.TryParse(text, out var flag) ? flag
            : throw Wrong(_section, key, Fix);
    }

    public int? Number(string key) => Text(key, "a whole number") is { } text ? ReadNumber(_section, key, text) : null;

    public long? LongNumber(string key)
    {
        const string Fix = "a whole number";
        return Text(key, Fix) is not { } text ? null
            : long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
            : throw Wrong(_section, key, Fix);
    }

    public TimeSpan? Time(string key) =>
        Text(key, "a time such as 00:00:30") is { } text ? ReadTime(_section, key, text) : null;

    /// <summary>Reads a share from 0 to 1.</summary>
    public double? Share(string key)
    {
        const string Fix = "a number from 0 to 1, such as 0.05";
        return Text(key, Fix) is not { } text ? null
            : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) ? share
            : throw Wrong(_section, key, Fix);
    }

    /// <summary>Reads a date and time in ISO 8601. Without an offset, it is in UTC.</summary>
    public DateTimeOffset? Date(string key)
    {
        const string Fix = "a date in UTC such as 2026-12-31 or 2026-12-31T18:00:00Z";
        const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
        return Text(key, Fix) is not { } text ? null
            : DateTimeOffset.TryParseExact(text, DateFormats, CultureInfo.InvariantCulture, Utc, out var date) ? date
            : throw Wrong(_section, key, Fix);
    }

    /// <summary>Reads an amount as <see cref="DodoUpsell.Money.ToString()"/> writes it.</summary>
    public Money? Money(string key)
    {
        const string Fix = "an amount with its currency, such as 49.00 USD";
        if (Text(key, Fix) is not { } text)
            return null;
        try
        {
            return text.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var amount, var currency]
                && decimal.TryParse(amount, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var major)
                ? DodoUpsell.Money.FromMajorUnits(major, new(currency.ToUpperInvariant()))
                : throw Wrong(_section, key, Fix);
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            throw Wrong(_section, key, Fix);
        }
    }

    /// <summary>Reads a value of a set that the API may extend. Whether it is known is checked later.</summary>
    public T? Value<T>(string key)
        where T : struct, IExtensibleValue<T> => Text(key) is { } text ? T.Parse(text, null) : null;

    public Currency? Currency(string key) => Text(key) is { } text ? ReadCurrency(_section, key, text) : null;

    public IReadOnlyList<string> Texts(string key) => [.. Items(key).Select(Single)];

    public IReadOnlyList<Currency> Currencies(string key)
    {
        var section = _section.GetSection(key);
        return [.. Items(key).Select(item => ReadCurrency(section, item.Key, Single(item)))];
    }

    public IReadOnlyList<CountryCode> Countries(string key) =>
        [.. Texts(key).Select(text => new CountryCode(text.ToUpperInvariant()))];

    /// <summary>Returns the section of an object, or null if it is not set.</summary>
    public IConfigurationSection? Object(string key) =>
        _section.GetSection(key) is var section && section.Exists() && section.Value is not "" ? section : null;

    /// <summary>Returns the sections of a list. Empty if it is not set.</summary>
    public IReadOnlyList<IConfigurationSection> Items(string key)
    {
        var section = _section.GetSection(key);
        var items = section.GetChildren().ToList();
        return string.IsNullOrWhiteSpace(section.Value) && items.TrueForAll(item => item.Key.All(char.IsAsciiDigit))
            ? items
            : throw WrongSection(section, "a list");
    }

    /// <summary>Returns the sections of an object whose names the seller chooses.</summary>
    public IReadOnlyList<IConfigurationSection> Named(string key)
    {
        var section = _section.GetSection(key);
        return string.IsNullOrWhiteSpace(section.Value)
            ? [.. section.GetChildren()]
            : throw WrongSection(section, "an object");
    }

    /// <summary>Returns the text of an item. A blank one is kept, so that the validation names it.</summary>
    public static string Single(IConfigurationSection item) =>
        item.GetChildren().Any() ? throw WrongSection(item, "a text") : item.Value?.Trim() ?? "";

    private string? Text(string key, string fix) =>
        _section.GetSection(key).GetChildren().Any()
            ? throw Wrong(_section, key, fix)
            : DodoUpsellConfiguration.Text(_section, key);

    private static Currency ReadCurrency(IConfiguration section, string key, string text)
    {
        try
        {
            return new(text.ToUpperInvariant());
        }
        catch (ArgumentException)
        {
            throw Wrong(section, key, "the code of a currency, such as USD");
        }
    }
}
