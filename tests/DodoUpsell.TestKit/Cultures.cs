using System.Globalization;

namespace DodoUpsell.TestKit;

/// <summary>Cultures for tests that also run with invariant globalization, where no culture has data.</summary>
public static class Cultures
{
    public const string NoData = "Invariant globalization: there is no culture to compare with.";

    /// <summary>Whether cultures have data here.</summary>
    public static bool HaveData { get; } = CultureInfo.GetCultures(CultureTypes.SpecificCultures).Length > 1;

    /// <summary>The culture of that name, or the invariant one where there is no data.</summary>
    public static CultureInfo Of(string name) =>
        HaveData ? CultureInfo.GetCultureInfo(name) : CultureInfo.InvariantCulture;
}
