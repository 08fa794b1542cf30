using DodoUpsell.Emulator.Activities;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Pages;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>The console's first page: what happened, the clock and the faults.</summary>
internal sealed class TimelinePage(EmulatorState state)
{
    private const int PageSize = 50;
    private const string Everything = "all";

    private static readonly (string Key, string Name, Func<Activity, bool> Shows)[] Filters =
    [
        (Everything, "All", _ => true),
        ("requests", "Requests", activity => activity is RequestActivity),
        ("events", "Events", activity => activity is EventActivity),
        ("deliveries", "Deliveries", activity => activity is DeliveryActivity),
        (
            "problems",
            "Problems",
            activity =>
                activity
                    is RequestActivity { IsProblem: true }
                        or EventActivity { IsProblem: true }
                        or DeliveryActivity { Attempt.Succeeded: false }
        ),
    ];

    private readonly TimelineRow _rows = new(state);

    public WireResponse Show(QueryInput query, ConsoleNotice? notice)
    {
        var filter = Filters.FirstOrDefault(filter => filter.Key == query.Text("show"), Filters[0]);
        var before = long.TryParse(query.Text("before"), out var number) ? number : long.MaxValue;
        Activity[] shown =
        [
            .. state
                .Activities.NewestFirst()
                .Where(activity => activity.Number < before && filter.Shows(activity))
                .Take(PageSize + 1),
        ];
        return ConsoleLayout.Page(
            state,
            ConsoleLayout.Home,
            "Timeline",
            Html.Of(
                $"""
                <div class="desk">
                <section class="card clock" aria-labelledby="clock-heading">{ClockForms.Of(state)}</section>
                <section class="card feed" aria-label="Activities">
                <nav class="filters" aria-label="Filter"><ul>{Html.Join(
                    Filters.Select(item => Filter(item.Key, item.Name, filter.Key))
                )}</ul></nav>
                <div id="timeline" data-live>{List(shown, filter.Key)}</div>
                </section>
                <section class="card faults" aria-labelledby="faults-heading">{FaultForms.Of(state)}</section>
                <section class="card start" aria-labelledby="start-heading">{ResetForms.Markup}</section>
                </div>
                """
            ),
            notice
        );
    }

    private Html List(Activity[] shown, string filter)
    {
        if (shown.Length == 0)
        {
            return Html.Of(
                $"""<p class="empty muted">Nothing here yet. Point an SDK at this address, with any API key, and its requests appear.</p>"""
            );
        }

        var rows = shown.Take(PageSize).ToArray();
        var older =
            shown.Length > PageSize
                ? Html.Of(
                    $"""<p class="more"><a class="button second" href="{ConsoleLayout.Home}?show={filter}&amp;before={rows[^1].Number}">Older</a></p>"""
                )
                : Html.Empty;
        return Html.Of($"""<ol class="timeline">{Html.Join(rows.Select(_rows.Of))}</ol>{older}""");
    }

    private static Html Filter(string key, string name, string chosen)
    {
        var query = key == Everything ? string.Empty : $"?show={key}";
        Html current = new(key == chosen ? " aria-current=\"true\"" : string.Empty);
        return Html.Of($"""<li><a href="{ConsoleLayout.Home}{query}"{current}>{name}</a></li>""");
    }
}
