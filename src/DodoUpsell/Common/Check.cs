using System.Globalization;
using System.Numerics;

namespace DodoUpsell;

/// <summary>Refuses bad input before anything is sent, by the name of the property that is wrong.</summary>
internal static class Check
{
    /// <summary>The API allows at most 20 discount codes at once.</summary>
    public const int MaxDiscountCodes = 20;

    public static void NotBlank(string? value, string name)
    {
        if (value is null) throw new ArgumentNullException(name, $"{name} is missing.");
        if (string.IsNullOrWhiteSpace(value)) throw new ArgumentException($"{name} must not be blank.", name);
    }

    public static void NotBlankIfGiven(string? value, string name)
    {
        if (value is not null) NotBlank(value, name);
    }

    public static T NotNull<T>(T? value, string name)
        where T : class => value ?? throw new ArgumentNullException(name, $"{name} is missing.");

    public static void Given<T>(T value, string name)
        where T : struct, IExtensibleValue<T>
    {
        if (value.Value.Length == 0) throw new ArgumentException($"{name} must be chosen; its default value names nothing.", name);
    }

    public static void AtLeast<T>(T? value, T least, string name)
        where T : struct, INumber<T>
    {
        if (value < least) throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least {Text(least)}.");
    }

    public static void Between<T>(T? value, T least, T most, string name)
        where T : struct, INumber<T>
    {
        if (value < least || value > most) throw new ArgumentOutOfRangeException(name, value, $"{name} must be between {Text(least)} and {Text(most)}.");
    }

    /// <summary>Amounts of this kind are whole minor units of 32 bits on the wire, and never negative.</summary>
    public static void Amount(long? minorUnits, string name) => Between(minorUnits, 0, int.MaxValue, name);

    public static void NotEmpty<T>(IReadOnlyList<T>? items, string name)
    {
        if (items is null) throw new ArgumentNullException(name, $"{name} is missing.");
        if (items.Count == 0) throw new ArgumentException($"{name} must have at least one item.", name);
    }

    public static void AtMost<T>(IReadOnlyList<T>? items, int most, string name)
    {
        if (items?.Count > most) throw new ArgumentException($"{name} takes at most {most} items; {items.Count} were given.", name);
    }

    public static void NoBlanks(IReadOnlyList<string>? items, string name)
    {
        for (var i = 0; i < (items?.Count ?? 0); i++) NotBlank(items![i], $"{name}[{i}]");
    }

    public static void DiscountCodes(IReadOnlyList<string>? codes, string name)
    {
        AtMost(codes, MaxDiscountCodes, name);
        NoBlanks(codes, name);
    }

    public static void NotBoth(bool first, string firstName, bool second, string secondName)
    {
        if (first && second) throw new ArgumentException($"{firstName} and {secondName} exclude each other; give one of them.", secondName);
    }

    public static void Metadata(Metadata? metadata, string name)
    {
        if (metadata is null) return;
        if (metadata.Count > DodoUpsell.Metadata.MaxPairs)
        {
            throw new ArgumentException($"{name} takes at most {DodoUpsell.Metadata.MaxPairs} pairs; {metadata.Count} were given.", name);
        }

        foreach (var (key, value) in metadata)
        {
            if (key.Length is 0 or > DodoUpsell.Metadata.MaxKeyLength || !key.All(IsKeyCharacter))
            {
                throw new ArgumentException($"{name} has the key '{Shorten(key)}'; a key has 1 to {DodoUpsell.Metadata.MaxKeyLength} characters out of A-Z a-z 0-9 _ -.", name);
            }

            if (value.AsString()?.Length > DodoUpsell.Metadata.MaxValueLength)
            {
                throw new ArgumentException($"{name}['{key}'] is longer than {DodoUpsell.Metadata.MaxValueLength} characters.", name);
            }
        }
    }

    private static bool IsKeyCharacter(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';

    private static string Shorten(string key) => key.Length <= 60 ? key : key[..60] + "…";

    private static string Text<T>(T number)
        where T : INumber<T> => number.ToString(null, CultureInfo.InvariantCulture);
}
