using System.Text.Json.Nodes;
using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>A subscription with seats and add-ons, and plan change quotes that are confirmed concurrently.</summary>
internal sealed record PlanChangeScenario : Scenario
{
    private const int Seats = 2;
    private const int ExtraSeats = 2;

    private static readonly string[] Cards =
    [
        TestCards.Visa,
        TestCards.Visa,
        TestCards.Visa,
        TestCards.GenericDecline,
        TestCards.InsufficientFunds,
        TestCards.ThreeDSecure,
    ];
    private static readonly ProrationMode[] Modes =
    [
        ProrationMode.DifferenceImmediately,
        ProrationMode.DifferenceImmediately,
        ProrationMode.ProratedImmediately,
        ProrationMode.FullImmediately,
        ProrationMode.DoNotBill,
    ];

    public required string Card { get; init; }

    /// <summary>Whether the current plan is the lower one, so that the change is an upgrade.</summary>
    public required bool IsUpgrade { get; init; }

    public required ProrationMode Mode { get; init; }

    public required bool IsScheduled { get; init; }

    /// <summary>Whether a second quote for the same subscription is confirmed at the same time.</summary>
    public required bool HasRival { get; init; }

    private string SubscriptionId => $"sub_run_{Number}";

    private string PlanBefore => IsUpgrade ? DemoSeed.BasicPlan : DemoSeed.ProPlan;

    public static PlanChangeScenario Draw(int number, int seed, int processes)
    {
        var random = Dice(seed, number);
        return new PlanChangeScenario
        {
            Number = number,
            Seed = random.Next(),
            Conditions = Conditions.Draw(random),
            Card = Cards[random.Next(Cards.Length)],
            IsUpgrade = random.Next(3) != 0,
            Mode = Modes[random.Next(Modes.Length)],
            IsScheduled = random.Next(8) == 0,
            Clicks = random.Next(1, 8),
            HasRival = random.Next(3) == 0,
            Deaths = DrawDeaths(random, processes, 100),
            ClockOffsets = DrawOffsets(random, processes),
            Visit = (PageVisit)random.Next(Enum.GetValues<PageVisit>().Length),
            ReturnsAfterHour = random.Next(2) == 0,
            ReturnsNextDay = random.Next(3) == 0,
        };
    }

    public override void Prepare(DodoEmulator emulator)
    {
        emulator.PutCustomer(CustomerId);
        emulator.SaveCard(CustomerId, Card);
        emulator.PutSubscription(
            SubscriptionId,
            new JsonObject
            {
                ["customer_id"] = CustomerId,
                ["product_id"] = PlanBefore,
                ["quantity"] = Seats,
                ["addons"] = new JsonArray(
                    new JsonObject { ["addon_id"] = DemoSeed.SeatAddon, ["quantity"] = ExtraSeats }
                ),
            }
        );
    }

    public override async Task<IReadOnlyList<Click>> OpenAsync(Node shop)
    {
        var flow = shop.Get<PlanChangeFlow>();
        var change = new PlanChangeRequest
        {
            SubscriptionId = SubscriptionId,
            ProductId = IsUpgrade ? DemoSeed.ProPlan : DemoSeed.BasicPlan,
            Mode = IsScheduled ? null : Mode,
            Timing = IsScheduled ? PlanChangeTiming.NextBillingDate : PlanChangeTiming.Immediately,
        };
        var quotes = new List<PlanChangeQuote> { await flow.PreviewAsync(change).ConfigureAwait(false) };
        if (HasRival)
            quotes.Add(
                await flow.PreviewAsync(new PlanChangeRequest { SubscriptionId = SubscriptionId, Quantity = Seats + 1 })
                    .ConfigureAwait(false)
            );
        return [.. quotes.Select(quote => new Click.Confirm(Number, quote.Key.Value, quote.ToJson()))];
    }

    public override IEnumerable<string> Judge(Ending ending)
    {
        var quotes = ending.Clicks.OfType<Click.Confirm>().Select(click => PlanChangeQuote.Parse(click.Quote)).ToList();
        foreach (var quote in quotes)
        {
            foreach (var wrong in Judge(ending, quote))
                yield return wrong;
        }

        var keys = quotes.Select(quote => quote.Key.Value).ToHashSet(StringComparer.Ordinal);
        if (ending.Charges.Any(charge => !keys.Contains(charge.Metadata["dodoupsell_key"]?.GetValue<string>() ?? "")))
            yield return Judgement.Unseen;
        foreach (var wrong in JudgePlan(ending, quotes))
            yield return wrong;
    }

    private static IEnumerable<string> Judge(Ending ending, PlanChangeQuote quote)
    {
        var (key, record) = (quote.Key.Value, ending.Records.GetValueOrDefault(quote.Key.Value));
        var charges = ending.ChargesOf(key);
        foreach (var wrong in Judgement.Of(ending, key, [.. charges.Select(charge => charge.PaymentId)]))
            yield return wrong;
        if (ending.SentChanges.GetValueOrDefault(key) > 1)
            yield return Judgement.SentTwice;
        if (charges.Any(charge => charge.Amount > quote.DueNow.MinorUnits))
            yield return Judgement.AboveQuote;

        var isShown = ending.Outcomes.Any(outcome => outcome.Key == key && outcome.IsChanged);
        var isDue = !quote.DueNow.IsZero && quote.Request.Timing == PlanChangeTiming.Immediately;
        if (isShown && record?.State != ChargeState.Succeeded)
            yield return Judgement.Access;
        if (isDue && charges.Count == 0 && (isShown || record?.State == ChargeState.Succeeded))
            yield return Judgement.ChangedFree;
    }

    private IEnumerable<string> JudgePlan(Ending ending, List<PlanChangeQuote> quotes)
    {
        var plan = ending.Subscription!;
        var succeeded = quotes
            .Where(quote => ending.Records.GetValueOrDefault(quote.Key.Value)?.State == ChargeState.Succeeded)
            .ToList();
        var isAsBefore = IsPlan(plan, PlanBefore, Seats);
        var now = quotes
            .Where(quote =>
                quote.Request.Timing == PlanChangeTiming.Immediately
                && quote.To is { } to
                && IsPlan(plan, to.ProductId, to.Quantity)
            )
            .ToList();

        // Every paid change must be in effect, and every change in effect must be recorded. Of two quotes for the same
        // subscription, at most one can be applied.
        if (quotes.Exists(quote => ending.ChargesOf(quote.Key.Value).Count > 0 && !now.Contains(quote)))
            yield return Judgement.ChargedUnchanged;
        if (!isAsBefore && !now.Exists(quote => quote.DueNow.IsZero || ending.ChargesOf(quote.Key.Value).Count > 0))
            yield return Judgement.ChangedFree;
        var immediate = succeeded.Where(quote => quote.Request.Timing == PlanChangeTiming.Immediately).ToList();
        if (immediate.Count > 1)
            yield return Judgement.SideBySide;
        if (immediate.Count == 0 ? !isAsBefore : !immediate.Exists(now.Contains))
            yield return Judgement.Disagrees;
        if (
            (plan["scheduled_change"] is not null)
            != succeeded.Exists(quote => quote.Request.Timing == PlanChangeTiming.NextBillingDate)
        )
            yield return Judgement.Disagrees;

        var addons = plan["addons"]!
            .AsArray()
            .Where(addon => addon!["addon_id"]!.GetValue<string>() == DemoSeed.SeatAddon)
            .Sum(addon => addon!["quantity"]!.GetValue<int>());
        if (
            addons < ExtraSeats
            || plan["quantity"]!.GetValue<int>() < Seats
            || plan["status"]!.GetValue<string>() != "active"
        )
            yield return Judgement.Harm;
    }

    private static bool IsPlan(JsonObject plan, string productId, int quantity) =>
        plan["product_id"]!.GetValue<string>() == productId && plan["quantity"]!.GetValue<int>() == quantity;
}
