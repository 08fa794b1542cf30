namespace DodoUpsell.AotApp;

/// <summary>One line for each step, and whether all of them went as they should.</summary>
internal sealed class Report(TextWriter output)
{
    public bool AllAsExpected { get; private set; } = true;

    public void Step(bool asExpected, string line)
    {
        AllAsExpected &= asExpected;
        output.WriteLine($"{(asExpected ? "ok" : "WRONG")}: {line}");
    }
}
