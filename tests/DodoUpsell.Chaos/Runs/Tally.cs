using System.Text.Json.Nodes;

namespace DodoUpsell.Chaos;

/// <summary>What is counted over all runs. The bad counts must be 0.</summary>
internal sealed class Tally
{
    private readonly object _gate = new();
    private readonly SortedDictionary<string, int> _states = new(StringComparer.Ordinal);
    private readonly List<string> _evidence = [];

    public int Runs { get; private set; }

    public int Clicks { get; private set; }

    public int Kills { get; private set; }

    public int Charges { get; private set; }

    public int KeysWithMoreThanOneCharge { get; private set; }

    public int ChargesWithoutSettledRecord { get; private set; }

    public int RecordsWithoutCharge { get; private set; }

    public int NonFinal { get; private set; }

    public int AccessWithoutCharge { get; private set; }

    public bool IsGood => KeysWithMoreThanOneCharge + ChargesWithoutSettledRecord + RecordsWithoutCharge + NonFinal + AccessWithoutCharge == 0;

    public void Add(RunResult result)
    {
        lock (_gate)
        {
            Runs++;
            Clicks += result.Clicks;
            Kills += result.Kills;
            Charges += result.Charges.Count;
            if (result.Record is { } record) _states[record.State.ToString()] = _states.GetValueOrDefault(record.State.ToString()) + 1;
            Judge(result);
        }
    }

    public void Print(TextWriter output, bool asJson)
    {
        if (asJson) output.WriteLine(ToJson().ToJsonString());
        else
        {
            output.WriteLine($"runs                            {Runs}");
            output.WriteLine($"clicks                          {Clicks}");
            output.WriteLine($"kills                           {Kills}");
            output.WriteLine($"charges                         {Charges}");
            output.WriteLine($"records                         {string.Join(", ", _states.Select(pair => $"{pair.Value} {pair.Key}"))}");
            output.WriteLine($"keys with more than one charge  {KeysWithMoreThanOneCharge}");
            output.WriteLine($"charges without settled record  {ChargesWithoutSettledRecord}");
            output.WriteLine($"records without a charge        {RecordsWithoutCharge}");
            output.WriteLine($"non-final records left          {NonFinal}");
            output.WriteLine($"access granted without a charge {AccessWithoutCharge}");
        }

        foreach (var line in _evidence.Take(20)) Console.Error.WriteLine(line);
    }

    private void Judge(RunResult result)
    {
        if (result.Charges.Count > 1) KeysWithMoreThanOneCharge += Bad(result, "charged more than once");
        var settled = result.Record is { State: ChargeState.Succeeded } paid ? paid.PaymentId : null;
        if (result.WithLedger)
        {
            if (result.Charges.Any(paymentId => paymentId != settled)) ChargesWithoutSettledRecord += Bad(result, "a charge without a settled record");
            if (settled is not null && !result.Charges.Contains(settled)) RecordsWithoutCharge += Bad(result, "a record without a charge");
            if (result.Record is { State: ChargeState.Claimed or ChargeState.Sending or ChargeState.Waiting or ChargeState.CheckoutOpen }) NonFinal += Bad(result, "not final");
        }

        if (result.Granted.Any(paymentId => !result.Charges.Contains(paymentId))) AccessWithoutCharge += Bad(result, "access without a charge");
    }

    private int Bad(RunResult result, string what)
    {
        _evidence.Add($"run {result.Scenario.Number}: {what}: {result.Scenario}, record {result.Record?.State.ToString() ?? "none"}, charges {string.Join(" ", result.Charges)}");
        return 1;
    }

    private JsonObject ToJson() => new()
    {
        ["runs"] = Runs,
        ["clicks"] = Clicks,
        ["kills"] = Kills,
        ["charges"] = Charges,
        ["keys_with_more_than_one_charge"] = KeysWithMoreThanOneCharge,
        ["charges_without_settled_record"] = ChargesWithoutSettledRecord,
        ["records_without_charge"] = RecordsWithoutCharge,
        ["non_final_records_left"] = NonFinal,
        ["access_granted_without_charge"] = AccessWithoutCharge,
    };
}

/// <summary>What one run came to, by the emulator's charges and by the ledger.</summary>
internal sealed record RunResult(Scenario Scenario, IReadOnlyList<string> Charges, ChargeRecord? Record, IReadOnlyCollection<string> Granted, int Clicks, int Kills, bool WithLedger);
