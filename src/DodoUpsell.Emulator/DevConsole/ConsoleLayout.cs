using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Pages;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>
/// The frame of the console's pages. They work without scripts; the one script keeps them up to date and copies text.
/// </summary>
internal static class ConsoleLayout
{
    /// <summary>The path of the timeline, which is the console's first page.</summary>
    public const string Home = "/_emulator";

    /// <summary>The start of the paths of the console's other pages.</summary>
    public const string Root = "/_emulator/console";

    private static readonly string ContentPolicy =
        $"default-src 'none'; script-src 'self'; connect-src 'self'; style-src {PageAsset.ConsoleStyle.PolicySource}; "
        + "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly (string Path, string Name)[] Sections =
    [
        (Home, "Timeline"),
        ($"{Root}/payments", "Payments"),
        ($"{Root}/subscriptions", "Subscriptions"),
        ($"{Root}/customers", "Customers"),
        ($"{Root}/webhooks", "Webhooks"),
        ($"{Root}/state", "State"),
    ];

    /// <summary>Returns a page.</summary>
    /// <param name="state">The emulator, whose lock is held.</param>
    /// <param name="section">The path of the section that the page belongs to.</param>
    /// <param name="heading">The heading and title.</param>
    /// <param name="main">The content after the heading.</param>
    /// <param name="notice">What the last action did, or why it was refused.</param>
    public static WireResponse Page(
        EmulatorState state,
        string section,
        string heading,
        Html main,
        ConsoleNotice? notice = null
    )
    {
        var page = Html.Of(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="{PageLayout.Referrer}">
            <link rel="icon" href="{Icons.Favicon}">
            <title>{heading} - Dodo emulator</title>
            <style>{new Html(PageAsset.ConsoleStyle.Text)}</style>
            <script src="{Root}/console.js" defer></script>
            </head>
            <body data-version="{state.Activities.Version}">
            <a class="skip" href="#main">Skip to content</a>
            <header class="bar">
            <p class="name">Dodo emulator</p>
            <nav aria-label="Console"><ul>{Html.Join(Sections.Select(item => Item(item, section)))}</ul></nav>
            <p class="now" id="now" data-live><span class="hidden">The emulator's time: </span>{ConsoleText.Time(
                state.Now
            )}</p>
            </header>
            <main id="main" tabindex="-1">
            <div class="title"><h1>{heading}</h1>
            <p class="live"><span id="live-status" role="status" class="muted small"></span>
            <button type="button" class="second quiet" id="live-toggle" hidden>Pause updates</button></p></div>
            {Notice(notice)}
            {main}
            </main>
            </body>
            </html>

            """
        );
        return PageLayout.Of(page, notice?.Status ?? 200, ContentPolicy);
    }

    private static Html Item((string Path, string Name) item, string section) =>
        Html.Of(
            $"""<li><a href="{item.Path}"{new Html(item.Path == section ? " aria-current=\"page\"" : string.Empty)}>{item.Name}</a></li>"""
        );

    private static Html Notice(ConsoleNotice? notice) =>
        notice switch
        {
            null => Html.Empty,
            { Status: 200 } => Html.Of($"""<p class="alert good" role="status">{notice.Text}</p>"""),
            _ => Html.Of($"""<p class="alert" role="alert">{notice.Text}</p>"""),
        };
}

/// <summary>What an action did (status 200), or why it was refused.</summary>
internal sealed record ConsoleNotice(string Text, int Status = 200);
