using System.Globalization;
using DodoUpsell;
using Spectre.Console;

namespace Samples;

/// <summary>
/// How the samples write money, numbers and dates: the same in every culture, and without one (invariant
/// globalization).
/// </summary>
internal static class Display
{
    // An app that runs with invariant globalization has no other culture; a shop uses the customer's.
    public static CultureInfo Culture => CultureInfo.InvariantCulture;

    public static string Of(Money amount) => amount.ToString(Culture);

    /// <summary>The heading of a part.</summary>
    public static void Title(this IAnsiConsole console, string title)
    {
        console.WriteLine();
        if (console.Profile.Capabilities.Ansi)
            console.Write(new Rule($"[bold]{Markup.Escape(title)}[/]").LeftJustified());
        else
            console.WriteLine($"== {title}");
    }
}
