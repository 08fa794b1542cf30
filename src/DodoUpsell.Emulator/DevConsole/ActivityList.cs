using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Pages;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>The activities about one object.</summary>
internal sealed class ActivityList(EmulatorState state)
{
    /// <summary>The number of rows that a list shows.</summary>
    public const int MaximumRows = 100;

    private const int MaximumActivities = 20;
    private readonly TimelineRow _rows = new(state);

    public Html About(string section, string id)
    {
        var rows = state
            .Activities.NewestFirst()
            .Where(activity => _rows.IsAbout(activity, section, id))
            .Take(MaximumActivities)
            .Select(_rows.Of)
            .ToList();
        return Html.Of(
            $"""
            <section class="card" aria-labelledby="activities-heading"><h2 id="activities-heading">Activities</h2>
            <div id="activities" data-live>{(
                rows.Count == 0
                    ? Html.Of($"""<p class="muted">None of the last activities is about it.</p>""")
                    : Html.Of($"""<ol class="timeline">{Html.Join(rows)}</ol>""")
            )}</div></section>
            """
        );
    }
}
