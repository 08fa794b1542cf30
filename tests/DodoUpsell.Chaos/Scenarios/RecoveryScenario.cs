using System.Text.Json.Nodes;
using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>A subscription on hold, whose customer pays the outstanding amount with another card.</summary>
internal sealed record RecoveryScenario : Scenario
{
    private static readonly string[] Cards =
    [
        TestCards.Visa,
        TestCards.Visa,
        TestCards.Visa,
        TestCards.GenericDecline,
        TestCards.ThreeDSecure,
    ];

    /// <summary>The number of the new card.</summary>
    public required string Card { get; init; }

    /// <summary>Whether the same recovery is attempted with a second key at the same time.</summary>
    public required bool HasRival { get; init; }

    private string SubscriptionId => $"sub_run_{Number}";

    public static RecoveryScenario Draw(int number, int seed, int processes)
    {
        var random = Dice(seed, number);
        return new RecoveryScenario
        {
            Number = number,
            Seed = random.Next(),
            Conditions = Conditions.Draw(random),
            Card = Cards[random.Next(Cards.Length)],
            HasRival = random.Next(3) == 0,
            Clicks = random.Next(1, 8),
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
        emulator.SaveCard(CustomerId, TestCards.InsufficientFunds);
        emulator.PutSubscription(
            SubscriptionId,
            new JsonObject
            {
                ["customer_id"] = CustomerId,
                ["product_id"] = DemoSeed.BasicPlan,
                ["status"] = "on_hold",
            }
        );
        emulator.SaveCard(CustomerId, Card);
    }

    public override async Task<IReadOnlyList<Click>> OpenAsync(Node shop)
    {
        var methods = await shop.Get<IDodoClient>().Customers.ListPaymentMethodsAsync(CustomerId).ConfigureAwait(false);
        var method = methods.Items.First(saved => saved.Card?.Last4Digits == Card[^4..]).PaymentMethodId;
        return
        [
            .. Enumerable
                .Range(1, HasRival ? 2 : 1)
                .Select(number => new Click.Recover(Number, $"recover-{Number}-{number}", SubscriptionId, method)),
        ];
    }

    // Such a payment has no metadata, so any key can claim it. All keys share one payment.
    public override IEnumerable<string> Judge(Ending ending)
    {
        if (ending.Charges.Count > 1)
            yield return Judgement.MoreThanOneCharge;
        var claimed = ending
            .Records.Values.Where(record => record.State == ChargeState.Succeeded && record.PaymentId is not null)
            .Select(record => record.PaymentId!)
            .ToList();
        if (ending.Charges.Any(charge => !claimed.Contains(charge.PaymentId)))
            yield return Judgement.Unseen;
        if (claimed.Distinct(StringComparer.Ordinal).Count() < claimed.Count)
            yield return Judgement.TwoKeys;
        foreach (var key in ending.Clicks.Select(click => click.Key))
        {
            var own = ending
                .Charges.Select(charge => charge.PaymentId)
                .Where(payment => payment == ending.Records.GetValueOrDefault(key)?.PaymentId)
                .ToList();
            foreach (var wrong in Judgement.Of(ending, key, own))
                yield return wrong;
        }

        if (ending.Charges.Count > 0 && ending.Subscription!["status"]!.GetValue<string>() != "active")
            yield return Judgement.Harm;
        if (ending.Charges.Count == 0 && ending.Subscription!["status"]!.GetValue<string>() == "active")
            yield return Judgement.ChangedFree;
    }
}
