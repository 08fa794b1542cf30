using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Control;
using DodoUpsell.Emulator.DevConsole;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Pages;

/// <summary>Shows the complete state: a table for each kind of object, newest first. Secrets are not shown.</summary>
internal static class StatePage
{
    private const int MaximumRows = 50;
    private const string Attempts = "attempts";

    /// <summary>Returns the page. The lock is held.</summary>
    public static WireResponse Show(EmulatorState emulator, ConsoleNotice? notice)
    {
        var state = StateReport.Of(emulator);
        return ConsoleLayout.Page(
            emulator,
            $"{ConsoleLayout.Root}/state",
            "State",
            Html.Of(
                $"""
                <p class="muted">As JSON: <a href="/_emulator/state">/_emulator/state</a></p>
                <div id="objects" data-live>{Html.Join(
                    state
                        .Where(member => member.Value is JsonArray)
                        .Select(member => Table(member.Key, (JsonArray)member.Value!))
                )}</div>
                """
            ),
            notice
        );
    }

    private static Html Table(string name, JsonArray rows)
    {
        var title = name.Replace('_', ' ');
        if (rows.Count == 0)
        {
            return Html.Of($"""<section class="card objects"><h2>{title}</h2><p class="muted">None.</p></section>""");
        }

        string[] columns =
        [
            .. rows.OfType<JsonObject>()
                .SelectMany(row => row)
                .Where(member => member.Value is JsonValue || member.Key is Attempts)
                .Select(member => member.Key)
                // There is one business with one brand, so these ids would be the same in every row.
                .Where(column => column is not ("business_id" or "brand_id"))
                .Distinct(StringComparer.Ordinal),
        ];
        return Html.Of(
            $"""
            <section class="card objects"><h2>{title} ({rows.Count})</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="{title}"><table>
            <thead><tr>{Html.Join(columns.Select(column => Html.Of($"<th scope=\"col\">{column}</th>")))}</tr></thead>
            <tbody>{Html.Join(
                rows.OfType<JsonObject>().Reverse().Take(MaximumRows).Select(row => Row(row, columns))
            )}</tbody>
            </table></div></section>
            """
        );
    }

    private static Html Row(JsonObject row, string[] columns) =>
        Html.Of($"<tr>{Html.Join(columns.Select(column => Html.Of($"<td>{Cell(column, row[column])}</td>")))}</tr>");

    private static Html Cell(string column, JsonNode? node) =>
        (column, node) switch
        {
            ("checkout_url" or "payment_link", JsonValue address) => Html.Of($"<a href=\"{address}\">{address}</a>"),
            (Attempts, JsonArray attempts) => LastAttempt(attempts),
            ("secret" or "client_secret", JsonValue) => Html.Of($"{SecretMask.Mask}"),
            (_, JsonValue value) => Html.Of($"{value}"),
            _ => Html.Empty,
        };

    // A developer needs to see the receiver's response.
    private static Html LastAttempt(JsonArray attempts) =>
        attempts.LastOrDefault() is { } last
            ? Html.Of($"{attempts.Count}, the last: {last["status"]} {last["answer"] ?? last["error"]}")
            : Html.Of($"0");
}
