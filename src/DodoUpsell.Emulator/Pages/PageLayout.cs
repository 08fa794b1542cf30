using System.Text;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Pages;

/// <summary>The layout of every page: no scripts, and nothing loaded from elsewhere.</summary>
internal static class PageLayout
{
    // No form-action: browsers would apply it to the redirect to the shop as well.
    private const string ContentPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

    // Sends no referrer to other sites, but still identifies the origin of a form: with no-referrer, its Origin header
    // would be null.
    private const string Referrer = "same-origin";

    public static WireResponse Page(string title, Html main, int status = 200, string layout = "narrow")
    {
        var page = Html.Of(
            $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="{{Referrer}}">
            <title>{{title}} - Dodo emulator</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff; margin: 0 auto; padding: 1rem; max-width: 40rem; }
            body.wide { max-width: none; }
            .scroll { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; }
            caption { text-align: left; font-weight: bold; }
            th, td { text-align: left; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #ccc; vertical-align: top; }
            td.amount, th.amount { text-align: right; white-space: nowrap; }
            label { display: block; margin: .75rem 0 .25rem; }
            input { font: inherit; padding: .4rem; width: 100%; box-sizing: border-box; border: 1px solid #666; }
            button { font: inherit; margin: 1rem .5rem 0 0; padding: .5rem 1.25rem; border: 1px solid #0b4f9e; background: #0b4f9e; color: #fff; }
            button.second { background: #fff; color: #0b4f9e; }
            .error { border-left: .25rem solid #b00020; padding: .25rem .75rem; }
            .note { color: #555; }
            </style>
            </head>
            <body class="{{layout}}">
            <main>
            <h1>{{title}}</h1>
            {{main}}
            </main>
            </body>
            </html>

            """
        );
        return new WireResponse(status, "text/html; charset=utf-8", Encoding.UTF8.GetBytes(page.Markup))
        {
            Headers =
            [
                KeyValuePair.Create("Content-Security-Policy", ContentPolicy),
                KeyValuePair.Create("Cache-Control", "no-store"),
                KeyValuePair.Create("X-Content-Type-Options", "nosniff"),
            ],
        };
    }

    public static WireResponse Error(int status, string code, string message) =>
        Page(
            "This page cannot be used",
            Html.Of($"""<p class="error" role="alert">{message}</p><p class="note">Code: <code>{code}</code></p>"""),
            status
        );
}
