using System.Text.Json.Nodes;

namespace DodoUpsell.Chaos;

/// <summary>The counts over all runs. The counts of violations must be 0.</summary>
internal sealed class Tally(string repeat)
{
    private const int ShownInFull = 2;
    private const int ShownAtAll = 20;

    private readonly object _gate = new();
    private readonly SortedDictionary<string, int> _states = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _bad = Judgement.All.ToDictionary(
        name => name,
        _ => 0,
        StringComparer.Ordinal
    );
    private readonly SortedDictionary<int, string> _evidence = [];
    private readonly SortedDictionary<int, string> _failed = [];

    public int Runs { get; private set; }

    public int Clicks { get; private set; }

    public int Kills { get; private set; }

    public int Charges { get; private set; }

    public int Told { get; private set; }

    public bool IsGood
    {
        get
        {
            lock (_gate)
                return _failed.Count == 0;
        }
    }

    public void Add(Scenario scenario, Ending ending, Trace? trace)
    {
        var wrong = scenario.Judge(ending).Distinct(StringComparer.Ordinal).ToList();
        lock (_gate)
        {
            Runs++;
            Clicks += ending.Presses;
            Kills += ending.Kills;
            Charges += ending.Charges.Count;
            Told += ending.Told.Count;
            foreach (var record in ending.Records.Values)
                _states[record.State.ToString()] = _states.GetValueOrDefault(record.State.ToString()) + 1;
            foreach (var outcome in ending.Outcomes)
                _cases[outcome.Case] = _cases.GetValueOrDefault(outcome.Case) + 1;
            foreach (var name in wrong)
                _bad[name]++;
            if (wrong.Count > 0)
                Keep(scenario, string.Join(", ", wrong), Describe(ending), trace);
        }
    }

    public void AddCrash(Scenario scenario, Exception crash, Trace? trace)
    {
        lock (_gate)
        {
            Runs++;
            _bad[Judgement.Crashed]++;
            Keep(
                scenario,
                Judgement.Crashed,
                string.Join(Environment.NewLine, crash.ToString().Split(Environment.NewLine).Take(12)),
                trace
            );
        }
    }

    public void Print(TextWriter output, bool asJson)
    {
        if (asJson)
            output.WriteLine(ToJson().ToJsonString());
        else
        {
            foreach (
                var (name, count) in new[]
                {
                    ("runs", Runs),
                    ("clicks", Clicks),
                    ("kills", Kills),
                    ("charges", Charges),
                    ("settlements told", Told),
                }
            )
                output.WriteLine($"{name, -34} {count}");
            output.WriteLine($"{"seen", -34} {Spread(_cases)}");
            output.WriteLine($"{"records", -34} {Spread(_states)}");
            foreach (var (name, count) in _bad)
                output.WriteLine($"{name.Replace('_', ' '), -34} {count}");
        }

        foreach (var text in _failed.Values.Take(ShownInFull).Concat(_evidence.Values.Take(ShownAtAll)))
            Console.Error.WriteLine(text);
    }

    private static string Spread(IEnumerable<KeyValuePair<string, int>> counts) =>
        string.Join(", ", counts.Select(pair => $"{pair.Value} {pair.Key}"));

    private static string Describe(Ending ending) =>
        $"""
            records  {string.Join(
                " ",
                ending.Records.Select(pair => $"{pair.Key} {pair.Value.State} {pair.Value.PaymentId}")
            )}
            charges  {string.Join(" ", ending.Charges.Select(charge => $"{charge.PaymentId} {charge.Amount}"))}
            seen     {string.Join(
                " ",
                ending.Outcomes.GroupBy(outcome => outcome.Case).Select(group => $"{group.Count()} {group.Key}")
            )}
            told     {string.Join(" ", ending.Told.Select(told => $"{told.Kind} {told.State} {told.PaymentId}"))}
            offer    {ending.Offer?.Record} {string.Join(
                " ",
                ending.Offer?.Moves.Select(move => $"{move.From}→{move.To}") ?? []
            )} receipt {ending.Offer?.Receipt?.Number} {string.Join(", ", ending.Offer?.Report.Faults ?? [])}
            plan     {ending.Subscription?["product_id"]} × {ending.Subscription?["quantity"]} {ending.Subscription?[
                "status"
            ]}
            """;

    private void Keep(Scenario scenario, string wrong, string what, Trace? trace)
    {
        _evidence[scenario.Number] = $"run {scenario.Number}: {wrong}. Repeat it: {repeat} --run {scenario.Number}";

        // The lowest run numbers, so that repeated executions print the same runs.
        _failed[
            scenario.Number
        ] = $"""

            run {scenario.Number}: {wrong}
            {scenario}
            deaths   {string.Join(
                " ",
                scenario.Deaths.Select(death =>
                    death?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "none"
                )
            )}, clocks {string.Join(" ", scenario.ClockOffsets)}
            {what}
            {string.Join('\n', trace?.Lines ?? [])}
            """;
        if (_failed.Count > ShownInFull)
            _failed.Remove(_failed.Keys.Last());
    }

    private JsonObject ToJson()
    {
        var json = new JsonObject
        {
            ["runs"] = Runs,
            ["clicks"] = Clicks,
            ["kills"] = Kills,
            ["charges"] = Charges,
            ["told"] = Told,
        };
        if (_evidence.Count > 0)
            json["first_bad_run"] = _evidence.Keys.First();
        foreach (var (name, count) in _bad)
            json[name] = count;
        return json;
    }
}
