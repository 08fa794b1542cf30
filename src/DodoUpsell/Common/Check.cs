using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Numerics;

namespace DodoUpsell;

/// <summary>Validates input before anything is sent. Each error names the invalid property.</summary>
/// <remarks>
/// A nested property is named by its path: <c>name</c> within <c>of</c>. The two are joined only for an error, so that
/// valid input costs nothing.
/// </remarks>
internal static class Check
{
    /// <summary>The maximum number of discount codes that the API allows at once: 20.</summary>
    public const int MaxDiscountCodes = 20;

    /// <summary>The maximum number of products that the API allows in the cart of a checkout session: 20.</summary>
    public const int MaxCartProducts = 20;

    /// <summary>The maximum length of the business name with a tax id that the API allows: 250 characters.</summary>
    public const int MaxBusinessNameLength = 250;

    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-"
    );

    private static readonly ConcurrentDictionary<string, string> FirstItemPaths = new(StringComparer.Ordinal);

    public static void That(bool holds, string name, string otherwise)
    {
        if (!holds)
            throw Wrong(name, of: null, otherwise);
    }

    public static void NotBlank(string? value, string name, string? of = null)
    {
        if (value is null)
            throw Missing(name, of);
        if (string.IsNullOrWhiteSpace(value))
            throw Wrong(name, of, "must not be blank");
    }

    public static void NotBlankIfGiven(string? value, string name, string? of = null)
    {
        if (value is not null)
            NotBlank(value, name, of);
    }

    public static T NotNull<T>(T? value, string name)
        where T : class => value ?? throw Missing(name, of: null);

    public static void Given<T>(T value, string name, string? of = null)
        where T : struct, IExtensibleValue<T>
    {
        if (value.Value.Length == 0)
            throw Wrong(name, of, "must be set; the default value is not valid");
    }

    public static void AtLeast<T>(T? value, T least, string name, string? of = null)
        where T : struct, INumber<T>
    {
        if (value < least)
            throw OutOfRange(value, name, of, $"must be at least {Text(least)}");
    }

    public static void Between<T>(T? value, T least, T most, string name, string? of = null)
        where T : struct, INumber<T>
    {
        if (value < least || value > most)
            throw OutOfRange(value, name, of, $"must be between {Text(least)} and {Text(most)}");
    }

    /// <summary>
    /// Checks an amount in minor units that the API represents as a 32-bit integer and that must not be negative.
    /// </summary>
    public static void Amount(long? minorUnits, string name, string? of = null) =>
        Between(minorUnits, 0, int.MaxValue, name, of);

    /// <summary>
    /// Checks a number that the API represents as text, because it may have more digits than a float can hold.
    /// </summary>
    public static void DecimalText(string? value, string name, string? of = null)
    {
        if (value is not null && !TryDecimal(value, out _))
            throw Wrong(name, of, "must be a decimal number, such as 12.5");
    }

    public static void PositiveDecimalText(string value, string name, string? of = null)
    {
        NotBlank(value, name, of);
        if (!TryDecimal(value, out var number) || number <= 0)
            throw Wrong(name, of, "must be a decimal number greater than 0, such as 12.5");
    }

    public static void LengthAtLeast(string? value, int least, string name, string? of = null)
    {
        if (value?.Trim().Length < least)
            throw Wrong(name, of, $"must have at least {Text(least)} characters");
    }

    /// <summary>
    /// Checks the maximum length. The API counts characters, not UTF-16 code units: an emoji is one character.
    /// </summary>
    public static void LengthAtMost(string? value, int most, string name, string? of = null)
    {
        if (value?.Length > most && value.EnumerateRunes().Count() > most)
            throw Wrong(name, of, $"must have at most {Text(most)} characters");
    }

    public static void Url(string? value, string name)
    {
        if (value is not null && (!Uri.TryCreate(value, UriKind.Absolute, out var url) || url.IsFile))
            throw Wrong(name, of: null, "must be an absolute URL");
    }

    public static void HttpsUrl(string? value, string name, string? of = null)
    {
        if (value is not null && !value.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            throw Wrong(name, of, "must start with https://");
    }

    public static void NotEmpty<T>(IReadOnlyList<T>? items, string name, string? of = null)
    {
        if (items is null)
            throw Missing(name, of);
        if (items.Count == 0)
            throw Wrong(name, of, "must have at least one item");
    }

    public static void AtMost<T>(IReadOnlyList<T>? items, int most, string name)
    {
        if (items?.Count > most)
            throw Wrong(name, of: null, $"must have at most {Text(most)} items; it has {Text(items.Count)}");
    }

    public static void NoBlanks(IReadOnlyList<string>? items, string name)
    {
        for (var i = 0; i < (items?.Count ?? 0); i++)
        {
            if (string.IsNullOrWhiteSpace(items![i]))
                NotBlank(items[i], $"{name}[{Text(i)}]");
        }
    }

    /// <summary>Checks each item with its own path, such as <c>ProductCart[0]</c>.</summary>
    public static void Each<T>(IReadOnlyList<T>? items, string name, Action<T, string> check, string? of = null)
        where T : class
    {
        for (var i = 0; i < (items?.Count ?? 0); i++)
        {
            var path = ItemPath(name, of, i);
            check(items![i] ?? throw Missing(path, of: null), path);
        }
    }

    /// <summary>Rejects a second item with the same key. The error names the path of the key.</summary>
    public static void NoDuplicates<T>(
        IReadOnlyList<T>? items,
        Func<T, string> key,
        string name,
        string keyName,
        string? of = null
    )
    {
        for (var i = 1; i < (items?.Count ?? 0); i++)
        {
            for (var earlier = 0; earlier < i; earlier++)
            {
                if (string.Equals(key(items![i]), key(items[earlier]), StringComparison.Ordinal))
                {
                    throw Wrong(
                        $"{Path(name, of)}[{Text(i)}].{keyName}",
                        of: null,
                        "occurs twice; add up the quantities or amounts instead"
                    );
                }
            }
        }
    }

    public static void NotBoth(bool first, string firstName, bool second, string secondName)
    {
        if (first && second)
            throw Wrong(secondName, of: null, $"and {firstName} are mutually exclusive; set only one of them");
    }

    public static void Needs(bool given, string name, bool met, string needed, string? of = null)
    {
        if (given && !met)
            throw Wrong(name, of, $"can only be set together with {needed}");
    }

    public static void DiscountCodes(IReadOnlyList<string>? codes, string name)
    {
        AtMost(codes, MaxDiscountCodes, name);
        NoBlanks(codes, name);
    }

    /// <summary>Rejects a request that has both the superseded single code and the list.</summary>
    public static void DiscountCodes(string? code, string codeName, IReadOnlyList<string>? codes, string codesName)
    {
        NotBoth(code is not null, codeName, codes is not null, codesName);
        NotBlankIfGiven(code, codeName);
        DiscountCodes(codes, codesName);
    }

    /// <summary>
    /// Checks that the customer of a saved payment method exists, because the method can be charged only for the
    /// customer it belongs to.
    /// </summary>
    public static void OwnsPaymentMethod(CustomerReference? customer, string name)
    {
        if (customer is null or NewCustomer)
            throw Wrong(name, of: null, "must be an existing customer when a saved payment method is charged");
    }

    public static void TaxId(string? taxId, string taxIdName, string? businessName, string businessNameName)
    {
        NotBlankIfGiven(taxId, taxIdName);
        Needs(businessName is not null, businessNameName, taxId is not null, taxIdName);
        LengthAtMost(businessName, MaxBusinessNameLength, businessNameName);
    }

    public static void NotReversed(DateTimeOffset? from, DateTimeOffset? to, string toName)
    {
        if (to < from)
            throw Wrong(toName, of: null, "must not be before the start of the period");
    }

    public static void Later(DateTimeOffset? earlier, DateTimeOffset? later, string laterName, string earlierName)
    {
        if (later <= earlier)
            throw Wrong(laterName, of: null, $"must be later than {earlierName}");
    }

    public static void PageSize(int? size, string name) => Between(size, 1, 100, name);

    public static void Metadata(Metadata? metadata, string name)
    {
        if (metadata is null)
            return;
        if (metadata.Count > DodoUpsell.Metadata.MaxPairs)
        {
            throw Wrong(
                name,
                of: null,
                $"must have at most {Text(DodoUpsell.Metadata.MaxPairs)} entries; it has {Text(metadata.Count)}"
            );
        }

        foreach (var (key, value) in metadata)
        {
            if (key.Length is 0 or > DodoUpsell.Metadata.MaxKeyLength || key.AsSpan().ContainsAnyExcept(KeyCharacters))
            {
                throw Wrong(
                    name,
                    of: null,
                    $"contains the key '{Shorten(key)}'; a key must have 1 to {Text(DodoUpsell.Metadata.MaxKeyLength)} "
                        + $"characters of A-Z a-z 0-9 _ -"
                );
            }

            if (value.AsString()?.Length > DodoUpsell.Metadata.MaxValueLength)
            {
                throw Wrong(
                    $"{name}['{key}']",
                    of: null,
                    $"must have at most {Text(DodoUpsell.Metadata.MaxValueLength)} characters"
                );
            }
        }
    }

    /// <summary>
    /// Checks that all values are text. Webhook endpoints accept only text, where other metadata also accepts numbers
    /// and Booleans.
    /// </summary>
    public static void TextMetadata(Metadata? metadata, string name)
    {
        foreach (var (key, value) in metadata ?? DodoUpsell.Metadata.Empty)
        {
            if (value.AsString() is null)
                throw Wrong($"{name}['{Shorten(key)}']", of: null, "must be a string");
        }
    }

    private static string Shorten(string key) => key.Length <= 60 ? key : key[..60] + "…";

    private static bool TryDecimal(string value, out decimal number) =>
        decimal.TryParse(
            value,
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out number
        );

    private static string Text<T>(T number)
        where T : INumber<T> => number.ToString(null, CultureInfo.InvariantCulture);

    // The path of a request's first item is kept: most lists have one item, and the path is used only for errors.
    private static string ItemPath(string name, string? of, int index) =>
        index == 0 && of is null
            ? FirstItemPaths.GetOrAdd(name, static name => $"{name}[0]")
            : $"{Path(name, of)}[{Text(index)}]";

    private static string Path(string name, string? of) => of is null ? name : $"{of}.{name}";

    private static ArgumentNullException Missing(string name, string? of) =>
        new(Path(name, of), $"{Path(name, of)} is missing.");

    private static ArgumentException Wrong(string name, string? of, string why) =>
        new($"{Path(name, of)} {why}.", Path(name, of));

    private static ArgumentOutOfRangeException OutOfRange(object? value, string name, string? of, string why) =>
        new(Path(name, of), value, $"{Path(name, of)} {why}.");
}
