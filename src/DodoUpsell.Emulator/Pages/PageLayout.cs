using System.Text;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Pages;

/// <summary>The layout of the customers' pages: no scripts, and nothing loaded from elsewhere.</summary>
internal static class PageLayout
{
    // Sends no referrer to other sites, but still identifies the origin of a form: with no-referrer, its Origin header
    // would be null.
    public const string Referrer = "same-origin";

    // No form-action: browsers would apply it to the redirect to the shop as well.
    private static readonly string ContentPolicy =
        $"default-src 'none'; style-src {PageAsset.CheckoutStyle.PolicySource}; img-src data:; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Returns a page.</summary>
    /// <param name="title">The title of the window.</param>
    /// <param name="main">The content, with its own heading.</param>
    /// <param name="status">The status of the response.</param>
    /// <param name="header">The words at the top of the page.</param>
    public static WireResponse Page(string title, Html main, int status = 200, string header = "Demo shop")
    {
        var page = Html.Of(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="{Referrer}">
            <link rel="icon" href="{Icons.Favicon}">
            <title>{title} - Dodo emulator</title>
            <style>{new Html(PageAsset.CheckoutStyle.Text)}</style>
            </head>
            <body>
            <header class="top"><p class="name">{header}</p><p class="tag warn">Test mode</p></header>
            <main>
            {main}
            </main>
            </body>
            </html>

            """
        );
        return Of(page, status, ContentPolicy);
    }

    /// <summary>Returns a page with one message in its middle.</summary>
    /// <param name="icon">The sign above the heading.</param>
    /// <param name="heading">The heading, which also is the title of the window.</param>
    /// <param name="body">What follows the heading.</param>
    /// <param name="status">The status of the response.</param>
    /// <param name="header">The words at the top of the page.</param>
    public static WireResponse Message(
        Html icon,
        string heading,
        Html body,
        int status = 200,
        string header = "Demo shop"
    ) =>
        Page(
            heading,
            Html.Of($"""<section class="card result">{icon}<h1>{heading}</h1>{body}</section>"""),
            status,
            header
        );

    /// <summary>Returns a page that says why it cannot be used.</summary>
    public static WireResponse Error(int status, string code, string heading, Html body) =>
        Message(
            Icons.Warning,
            heading,
            Html.Join([body, Html.Of($"""<p class="code">Code: <code>{code}</code></p>""")]),
            status
        );

    /// <summary>Returns markup as a response that is neither stored nor framed.</summary>
    public static WireResponse Of(Html page, int status, string contentPolicy) =>
        new(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page.Markup))
        {
            Headers =
            [
                KeyValuePair.Create("Content-Security-Policy", contentPolicy),
                KeyValuePair.Create("Cache-Control", "no-store"),
                KeyValuePair.Create("Referrer-Policy", Referrer),
                KeyValuePair.Create("X-Content-Type-Options", "nosniff"),
            ],
        };
}
