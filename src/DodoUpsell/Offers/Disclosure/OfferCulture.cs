using System.Globalization;

namespace DodoUpsell.Offers;

/// <summary>The culture of a disclosure: its name, and what amounts and dates are formatted with.</summary>
/// <remarks>
/// They differ only where the runtime has no data of the culture: the texts are still in its language.
/// </remarks>
internal sealed record OfferCulture(string Name, CultureInfo Format)
{
    private const string Default = "en";

    /// <summary>
    /// Returns the configured culture that is nearest to the requested one: the same, one of its parents, one of the
    /// same language, or else the first.
    /// </summary>
    public static OfferCulture Choose(IList<string> configured, CultureInfo requested)
    {
        for (var name = requested.Name; name.Length > 0; name = ParentOf(name))
        {
            if (configured.FirstOrDefault(one => Same(one, name)) is { } match)
                return Of(match);
        }

        return Of(
            configured.FirstOrDefault(one => Same(LanguageOf(one), LanguageOf(requested.Name)))
                ?? configured.FirstOrDefault()
                ?? Default
        );
    }

    public static OfferCulture Of(string name)
    {
        try
        {
            return new(name, CultureInfo.GetCultureInfo(name));
        }
        catch (CultureNotFoundException)
        {
            return new(name, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Returns the language of a culture's name, such as <c>de</c> for <c>de-AT</c>.</summary>
    public static string LanguageOf(string name)
    {
        var end = name.AsSpan().IndexOfAny('-', '_');
        return (end < 0 ? name : name[..end]).ToLowerInvariant();
    }

    /// <summary>Returns the name without its last part, or an empty text for a language.</summary>
    public static string ParentOf(string name)
    {
        var end = name.AsSpan().LastIndexOfAny('-', '_');
        return end < 0 ? "" : name[..end];
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
