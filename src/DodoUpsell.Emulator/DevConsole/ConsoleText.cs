using System.Globalization;
using DodoUpsell.Emulator.Pages;
using DodoUpsell.Emulator.Payments;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>The small parts that the console's pages are made of.</summary>
internal static class ConsoleText
{
    public static string Time(DateTimeOffset time) =>
        time.ToString("MMM d, yyyy, HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    public static string ShortTime(DateTimeOffset time) =>
        time.ToString("MMM d HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Path(string section, string id) =>
        $"{ConsoleLayout.Root}/{section}/{Uri.EscapeDataString(id)}";

    public static Html Link(string section, string id) =>
        Html.Of($"""<a href="{Path(section, id)}"><code>{id}</code></a>""");

    public static string Amount(Payment payment) => MoneyText.Of(payment.Cart.Total, payment.Cart.Currency);

    /// <summary>Returns a status as a coloured tag.</summary>
    public static Html Status(string status)
    {
        var kind = status switch
        {
            "succeeded" or "active" or "delivered" or "won" => "good",
            "failed" or "cancelled" or "on_hold" or "expired" or "lost" => "bad",
            "processing" or "pending" or "past_due" or "opened" or "challenged" or "paused" => "warn",
            _ => "info",
        };
        return Tag(status, kind);
    }

    public static Html Tag(string text, string kind) => Html.Of($"""<span class="tag {kind}">{text}</span>""");

    public static Html Fact(string name, Html value) => Html.Of($"<dt>{name}</dt><dd>{value}</dd>");

    public static Html Fact(string name, string? value) =>
        string.IsNullOrEmpty(value) ? Html.Empty : Fact(name, Html.Of($"{value}"));

    /// <summary>Returns text with its line breaks, with a button that copies it where scripts run.</summary>
    /// <param name="id">The id of the text, unique in the page.</param>
    /// <param name="heading">The heading.</param>
    /// <param name="text">The text.</param>
    /// <param name="whenEmpty">What is shown instead of an empty text.</param>
    public static Html Block(string id, string heading, string text, string whenEmpty = "No body.") =>
        text.Length == 0
            ? Html.Of($"""<section class="block"><h2>{heading}</h2><p class="muted">{whenEmpty}</p></section>""")
            : Html.Of(
                $"""
                <section class="block"><div class="head"><h2 id="{id}-heading">{heading}</h2>
                <button type="button" class="second quiet" data-copy="{id}" hidden>Copy<span class="hidden"> {heading}</span></button></div>
                <pre id="{id}" tabindex="0" role="region" aria-labelledby="{id}-heading">{text}</pre></section>
                """
            );

    /// <summary>Returns a table that scrolls by itself when it is wide.</summary>
    public static Html Table(string label, string[] columns, IReadOnlyList<Html> rows, string whenEmpty) =>
        rows.Count == 0
            ? Html.Of($"""<p class="muted">{whenEmpty}</p>""")
            : Html.Of(
                $"""
                <div class="scroll" tabindex="0" role="region" aria-label="{label}, table"><table>
                <thead><tr>{Html.Join(
                    columns.Select(column => Html.Of($"<th scope=\"col\">{column}</th>"))
                )}</tr></thead>
                <tbody>{Html.Join(rows)}</tbody>
                </table></div>
                """
            );

    /// <summary>Returns a row of a table. A cell is text or markup.</summary>
    public static Html Row(params object?[] cells) =>
        Html.Of($"<tr>{Html.Join(cells.Select(cell => Html.Of($"<td>{cell}</td>")))}</tr>");

    /// <summary>Returns an identifier.</summary>
    public static Html Code(string text) => Html.Of($"<code>{text}</code>");

    /// <summary>Returns a form that is only a button.</summary>
    public static Html Button(string action, string label, Html fields, string kind = "second") =>
        Html.Of(
            $"""<form method="post" action="{action}">{fields}<button type="submit" class="{kind}">{label}</button></form>"""
        );

    public static Html Hidden(string name, string value) =>
        Html.Of($"""<input type="hidden" name="{name}" value="{value}">""");
}
