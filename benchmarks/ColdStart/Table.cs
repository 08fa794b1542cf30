using System.Globalization;

namespace ColdStart;

/// <summary>Prints the measurements of one kind of apps. The first app is the one to compare with.</summary>
internal static class Table
{
    public static void Print(Kind kind, IReadOnlyList<(PublishedApp App, IReadOnlyList<Start> Starts)> measured)
    {
        Console.WriteLine();
        Console.WriteLine($"| {kind} | Start to first answer | Ratio | Peak memory | Ratio | Size | Ratio |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        var floor = measured[0];
        foreach (var (app, starts) in measured)
        {
            var isFloor = app == floor.App;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {app.App.Name} | {Spread(starts, start => start.FirstAnswer, "ms")} "
                        + $"| {(isFloor ? "" : Ratio(floor.Starts, starts, start => start.FirstAnswer))} "
                        + $"| {Spread(starts, start => start.Memory, "MB")} "
                        + $"| {(isFloor ? "" : Ratio(floor.Starts, starts, start => start.Memory))} "
                        + $"| {app.Size / 1e6:0.00} MB "
                        + $"| {(isFloor ? "" : $"{(double)app.Size / floor.App.Size:0.00}×")} |"
                )
            );
        }
    }

    /// <summary>Returns the median with the quartiles.</summary>
    private static string Spread(IReadOnlyList<Start> starts, Func<Start, double> value, string unit)
    {
        var values = starts.Select(value).ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Statistics.Median(values):0.0} {unit} "
                + $"({Statistics.Quantile(values, 0.25):0.0}–{Statistics.Quantile(values, 0.75):0.0})"
        );
    }

    /// <summary>Returns the ratio of the medians, with the interval of the ratios of starts in the same round.</summary>
    private static string Ratio(IReadOnlyList<Start> floor, IReadOnlyList<Start> ours, Func<Start, double> value)
    {
        var ratio = Statistics.Median([.. ours.Select(value)]) / Statistics.Median([.. floor.Select(value)]);
        var (low, high) = Statistics.MedianInterval([.. ours.Zip(floor, (our, their) => value(our) / value(their))]);
        return string.Create(CultureInfo.InvariantCulture, $"{ratio:0.00}× ({low:0.00}–{high:0.00})");
    }
}
