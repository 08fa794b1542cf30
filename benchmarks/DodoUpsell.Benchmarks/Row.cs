using System.Globalization;

namespace DodoUpsell.Benchmarks;

/// <summary>The times of one turn of each side, in microseconds per call.</summary>
internal sealed record Turn(double Floor, double Ours);

/// <summary>What one process measured for one pair.</summary>
/// <param name="Name">The name of the pair.</param>
/// <param name="FloorTime">The hand-written side's median time, in microseconds.</param>
/// <param name="FloorBytes">The bytes that it allocates per call.</param>
/// <param name="OurTime">The SDK's median time, in microseconds.</param>
/// <param name="OurBytes">The bytes that it allocates per call.</param>
/// <param name="Ratio">The median ratio of the times of a turn.</param>
internal sealed record Row(string Name, double FloorTime, long FloorBytes, double OurTime, long OurBytes, double Ratio)
{
    public static Row Of(string name, Turn[] turns, long floorBytes, long ourBytes) =>
        new(
            name,
            Median(turns.Select(turn => turn.Floor)),
            floorBytes,
            Median(turns.Select(turn => turn.Ours)),
            ourBytes,
            Median(turns.Select(turn => turn.Ours / turn.Floor))
        );

    public static Row Parse(string line)
    {
        var cells = line.Split('\t');
        return new(
            cells[0],
            Number(cells[1]),
            (long)Number(cells[2]),
            Number(cells[3]),
            (long)Number(cells[4]),
            Number(cells[5])
        );

        static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
    }

    public string Line() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Name}\t{FloorTime}\t{FloorBytes}\t{OurTime}\t{OurBytes}\t{Ratio}"
        );

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
