using System.Text.Json.Nodes;

namespace DodoUpsell.Chaos;

/// <summary>What is counted over all runs of plan changes. The bad counts must be 0.</summary>
internal sealed class PlanChangeTally
{
    private readonly object _gate = new();
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, int> _bad = new(StringComparer.Ordinal)
    {
        ["quotes_with_more_than_one_charge"] = 0, ["quotes_sent_more_than_once"] = 0, ["charges_above_the_quote"] = 0, ["charges_without_settled_record"] = 0,
        ["records_without_charge"] = 0, ["non_final_records_left"] = 0, ["seats_lost"] = 0, ["ledger_and_plan_disagree"] = 0, ["changed_without_record"] = 0,
    };

    private readonly List<string> _evidence = [];

    public bool IsGood => _bad.Values.All(count => count == 0);

    public void Add(PlanChangeResult result)
    {
        lock (_gate)
        {
            Count("runs", 1);
            Count("confirmations", result.Confirmations);
            Count("kills", result.Kills);
            Count("charges", result.Charges.Count);
            foreach (var (_, record) in result.Quotes) Count($"records {record?.State.ToString() ?? "None"}", 1);
            foreach (var what in Wrong(result).Distinct())
            {
                _bad[what]++;
                _evidence.Add($"run {result.Scenario.Number}: {what}: {result.Scenario}, records {string.Join(" ", result.Quotes.Select(quote => quote.Record?.State.ToString() ?? "none"))}, charges {string.Join(" ", result.Charges.Select(charge => charge.Amount))}, plan {result.Subscription.ProductId} × {result.Subscription.Quantity}, outcomes {string.Join(" ", result.Outcomes)}");
            }
        }
    }

    public void Print(TextWriter output, bool asJson)
    {
        var all = _counts.Concat(_bad);
        if (asJson) output.WriteLine(new JsonObject(all.Select(pair => KeyValuePair.Create(pair.Key.Replace(' ', '_'), (JsonNode?)pair.Value))).ToJsonString());
        else foreach (var (name, count) in all) output.WriteLine($"{name.Replace('_', ' '),-34} {count}");
        foreach (var line in _evidence.Take(20)) Console.Error.WriteLine(line);
    }

    private static IEnumerable<string> Wrong(PlanChangeResult result)
    {
        foreach (var (quote, record) in result.Quotes)
        {
            var charges = result.Charges.Where(charge => charge.Metadata["dodoupsell_key"]?.GetValue<string>() == quote.Key.Value).ToList();
            if (charges.Count > 1) yield return "quotes_with_more_than_one_charge";
            if (result.Sent.GetValueOrDefault(quote.Key.Value) > 1) yield return "quotes_sent_more_than_once";
            if (charges.Any(charge => charge.Amount > quote.DueNow.MinorUnits)) yield return "charges_above_the_quote";
            if (charges.Any(charge => record is not { State: ChargeState.Succeeded } || record.PaymentId != charge.PaymentId)) yield return "charges_without_settled_record";
            if (record is { State: ChargeState.Succeeded, PaymentId: { } paymentId } && charges.All(charge => charge.PaymentId != paymentId)) yield return "records_without_charge";
            if (record is { State: ChargeState.Claimed or ChargeState.Sending or ChargeState.Waiting }) yield return "non_final_records_left";
            if (record?.State != ChargeState.Succeeded && result.Outcomes.Any(outcome => outcome.Key == quote.Key && outcome is PlanChangeOutcome.Changed or PlanChangeOutcome.Scheduled)) yield return "changed_without_record";
        }

        var succeeded = result.Quotes.Where(quote => quote.Record is { State: ChargeState.Succeeded } && !quote.Quote.Request.IsScheduledChange()).Select(quote => quote.Quote).ToList();
        var scheduled = result.Quotes.Any(quote => quote.Record is { State: ChargeState.Succeeded } && quote.Quote.Request.IsScheduledChange());
        var plan = result.Scenario.IsUpgrade ? DodoUpsell.Emulator.DemoSeed.BasicPlan : DodoUpsell.Emulator.DemoSeed.ProPlan;
        var isExpected = succeeded.Count == 0
            ? result.Subscription.ProductId == plan && result.Subscription.Quantity == 2
            : succeeded.Any(quote => quote.To!.ProductId == result.Subscription.ProductId && quote.To.Quantity == result.Subscription.Quantity);
        if (!isExpected || (result.Subscription.ScheduledChange is not null) != scheduled) yield return "ledger_and_plan_disagree";
        if (result.Subscription.Quantity < 2) yield return "seats_lost";
    }

    private void Count(string name, int by) => _counts[name] = _counts.GetValueOrDefault(name) + by;
}

internal static class PlanChangeRequests
{
    public static bool IsScheduledChange(this PlanChangeRequest request) => request.Timing == PlanChangeTiming.NextBillingDate;
}
