namespace DodoUpsell.Chaos;

/// <summary>The log of a run: HTTP exchanges, writes to the ledger and steps of the script.</summary>
internal sealed class Trace(Func<DateTimeOffset> now)
{
    private readonly List<string> _lines = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private DateTimeOffset? _start;

    public IReadOnlyList<string> Lines => _lines;

    /// <summary>A hash of the log, which is the same for two runs if their logs are the same.</summary>
    public ulong Digest { get; private set; } = 14695981039346656037;

    public void Begin() => _start = now();

    /// <summary>Replaces a random name by one that is the same in every run. The keys of quotes are random.</summary>
    public void Rename(string name, string other) => _names[name] = other;

    public string NameOf(string name) => _names.GetValueOrDefault(name, name);

    public void Add(string who, string what)
    {
        foreach (var (name, other) in _names)
            what = what.Replace(name, other, StringComparison.Ordinal);
        var line = $"{Since(), 15:d\\.hh\\:mm\\:ss\\.fff} {who, -6} {what}";
        foreach (var letter in line)
            Digest = unchecked((Digest ^ letter) * 1099511628211);
        _lines.Add(line);
    }

    private TimeSpan Since() => now() - (_start ?? now());
}
