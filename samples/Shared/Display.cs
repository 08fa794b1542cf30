using System.Globalization;
using DodoUpsell;
using Spectre.Console;

namespace Samples;

/// <summary>
/// The format of money, numbers and dates in the samples: the same in every culture, and with invariant globalization.
/// </summary>
internal static class Display
{
    // An app with invariant globalization has no other culture. A shop uses the customer's culture.
    public static CultureInfo Culture => CultureInfo.InvariantCulture;

    public static string Of(Money amount) => amount.ToString(Culture);

    /// <summary>Writes a heading.</summary>
    public static void Title(this IAnsiConsole console, string title)
    {
        console.WriteLine();
        if (console.Profile.Capabilities.Ansi)
            console.Write(new Rule($"[bold]{Markup.Escape(title)}[/]").LeftJustified());
        else
            console.WriteLine($"== {title}");
    }
}
