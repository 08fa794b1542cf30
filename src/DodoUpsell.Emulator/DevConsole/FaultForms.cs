using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Faults;
using DodoUpsell.Emulator.Pages;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>The active faults, and the form that adds one.</summary>
internal static class FaultForms
{
    public const string Action = $"{ConsoleLayout.Root}/faults";

    private static readonly (EmulatedFaultKind Kind, string Name)[] Kinds =
    [
        (EmulatedFaultKind.Status, "Error status, not handled"),
        (EmulatedFaultKind.StatusAfterCommit, "Error status, but handled"),
        (EmulatedFaultKind.DropBefore, "Connection breaks before"),
        (EmulatedFaultKind.DropAfterCommit, "Connection breaks after"),
        (EmulatedFaultKind.Delay, "Late response"),
        (EmulatedFaultKind.TruncateBody, "Half a body"),
        (EmulatedFaultKind.HtmlBody, "HTML page of a proxy"),
    ];

    private static readonly string[] Paths =
    [
        "/checkouts",
        "/payments/{}",
        "/subscriptions/{}/change-plan",
        "/subscriptions/{}/charge",
        "/customers/*",
    ];

    public static Html Of(EmulatorState state)
    {
        var faults = state.Faults.ToJson();
        return Html.Of(
            $"""
            <h2 id="faults-heading">Faults</h2>
            <div id="faults" data-live>
            {Active(faults)}
            </div>
            <details><summary>Add a fault</summary>
            <form method="post" action="{Action}">
            <div class="field"><label for="fault-kind">What goes wrong</label><select id="fault-kind" name="kind">{Html.Join(
                Kinds.Select(kind => Html.Of($"""<option value="{FaultInput.Name(kind.Kind)}">{kind.Name}</option>"""))
            )}</select></div>
            <div class="pair">
            <div class="field">
            <label for="fault-method">Method</label>
            <select id="fault-method" name="method">
            <option value="">Any</option><option>GET</option><option>POST</option><option>PATCH</option><option>PUT</option><option>DELETE</option></select>
            </div>
            <div class="field">
            <label for="fault-times">Times</label>
            <input id="fault-times" name="times" type="number" inputmode="numeric" min="1" max="1000" value="1" required>
            </div>
            </div>
            <div class="field">
            <label for="fault-path">Path</label>
            <input id="fault-path" name="path" list="fault-paths" placeholder="Any" aria-describedby="fault-path-hint" autocomplete="off" spellcheck="false">
            <span class="hint" id="fault-path-hint"><code>{new Html("{}")}</code> is any segment, <code>/*</code> everything below.</span>
            </div>
            <datalist id="fault-paths">{Html.Join(Paths.Select(path => Html.Of($"""<option value="{path}"></option>""")))}</datalist>
            <div class="pair">
            <div class="field">
            <label for="fault-status">Status</label>
            <input id="fault-status" name="status" type="number" inputmode="numeric" min="200" max="599" placeholder="Default">
            </div>
            <div class="field">
            <label for="fault-delay">Delay in ms</label>
            <input id="fault-delay" name="delay_ms" type="number" inputmode="numeric" min="0" max="86400000" placeholder="0">
            </div>
            </div>
            <button type="submit" class="second">Add the fault</button>
            </form></details>
            """
        );
    }

    private static Html Active(JsonArray faults) =>
        faults.Count == 0
            ? Html.Of($"""<p class="muted">Every request succeeds.</p>""")
            : Html.Of(
                $"""
                <ul class="plain">{Html.Join(faults.Select(fault => Row(fault!)))}</ul>
                {ConsoleText.Button($"{Action}/clear", "Clear all faults", Html.Empty)}
                """
            );

    private static Html Row(JsonNode fault)
    {
        var selected = $"{fault["method"]?.ToString() ?? "Any method"}, {fault["path"]?.ToString() ?? "any path"}";
        var left = fault["remaining"]!.GetValue<int>();
        return Html.Of(
            $"""
            <li><code>{fault["kind"]}</code><br><span class="small">{selected}</span>
            <span class="muted small">· {(left == 0 ? "used up" : $"{left} of {fault["times"]} left")}</span></li>
            """
        );
    }
}
