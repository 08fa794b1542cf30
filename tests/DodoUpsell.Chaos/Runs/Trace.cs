namespace DodoUpsell.Chaos;

/// <summary>What happened in a run, line by line: exchanges, writes of the ledger, and what the script did.</summary>
internal sealed class Trace(Func<DateTimeOffset> now)
{
    private readonly List<string> _lines = [];
    private DateTimeOffset? _start;

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>A number that two runs share if, and only if, the same happened in them.</summary>
    public ulong Digest { get; private set; } = 14695981039346656037;

    public void Begin() => _start = now();

    public void Add(string who, string what)
    {
        var line = $"{Since(),15:d\\.hh\\:mm\\:ss\\.fff} {who,-6} {what}";
        foreach (var letter in line) Digest = unchecked((Digest ^ letter) * 1099511628211);
        _lines.Add(line);
    }

    private TimeSpan Since() => now() - (_start ?? now());
}
