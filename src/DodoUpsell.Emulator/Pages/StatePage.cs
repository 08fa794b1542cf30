using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Control;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Pages;

/// <summary>Shows the state in a browser: a table for each kind of object, newest first.</summary>
internal sealed class StatePage(ControlActions control) : IResource
{
    private const int MaximumRows = 50;
    private const string Attempts = "attempts";

    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/_emulator", _ => Show());
        routes.Map("GET", "/_emulator/", _ => Show());
    }

    private WireResponse Show()
    {
        var state = control.State();
        return PageLayout.Page(
            "Emulator state",
            Html.Join([
                Html.Of(
                    $"""<p>Clock: <strong>{state["clock"]?["now"]}</strong>. As JSON: <a href="/_emulator/state">/_emulator/state</a></p>"""
                ),
                .. state
                    .Where(member => member.Value is JsonArray)
                    .Select(member => Table(member.Key, (JsonArray)member.Value!)),
            ]),
            layout: "wide"
        );
    }

    private static Html Table(string name, JsonArray rows)
    {
        var title = name.Replace('_', ' ');
        if (rows.Count == 0)
            return Html.Of($"<h2>{title}</h2><p class=\"note\">None.</p>");

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
            <h2>{title} ({rows.Count})</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="{title}"><table>
            <thead><tr>{Html.Join(columns.Select(column => Html.Of($"<th scope=\"col\">{column}</th>")))}</tr></thead>
            <tbody>{Html.Join(
                rows.OfType<JsonObject>().Reverse().Take(MaximumRows).Select(row => Row(row, columns))
            )}</tbody>
            </table></div>

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
            (_, JsonValue value) => Html.Of($"{value}"),
            _ => Html.Empty,
        };

    // A developer needs to see the receiver's response.
    private static Html LastAttempt(JsonArray attempts) =>
        attempts.LastOrDefault() is { } last
            ? Html.Of($"{attempts.Count}, the last: {last["status"]} {last["answer"] ?? last["error"]}")
            : Html.Of($"0");
}
