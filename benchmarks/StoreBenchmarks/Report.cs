using System.Globalization;

namespace StoreBenchmarks;

/// <summary>Prints the rows of a Markdown table.</summary>
internal static class Report
{
    public static void Begin(string title)
    {
        Console.WriteLine($"\n{title}\n");
        Console.WriteLine("| What | Floor | DodoUpsell | Ratio | Goal |");
        Console.WriteLine("|---|---|---|---|---|");
    }

    public static void Ratio(string what, double ours, double floor, string unit, string goal) =>
        Console.WriteLine($"| {what} | {Text(floor)} {unit} | {Text(ours)} {unit} | {ours / floor:F2}× | {goal} |");

    public static void Value(string what, double value, string unit, string goal) =>
        Console.WriteLine($"| {what} | | {Text(value)} {unit} | | {goal} |");

    private static string Text(double value) => value.ToString(value < 100 ? "F2" : "N0", CultureInfo.InvariantCulture);
}
