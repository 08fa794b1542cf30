namespace DodoUpsell.Chaos;

/// <summary>
/// The seller's own code. It receives settlements and sometimes fails before or after storing one, or its process dies.
/// </summary>
/// <param name="seed">The seed. The same seed fails at the same settlements.</param>
/// <param name="failures">The probability of a failure.</param>
/// <param name="deaths">The probability that a failure ends the process, if it can. A real process takes a second to
/// restart.</param>
/// <param name="keep">Stores a received settlement beyond the lifetime of the process.</param>
/// <param name="nameOf">Returns the name of a key, which is the same in every run of the same seed.</param>
internal sealed class App(int seed, double failures, double deaths, Action<Told> keep, Func<string, string> nameOf)
{
    private const int Patience = 4;

    public async Task HearAsync(ChargeSettlement settlement, int attempt, Life life)
    {
        // Determined by the settlement and the attempt, not by a sequence, because the order of deliveries is random.
        var told = Told.Of(settlement);
        var dice = new Random(Hash($"{seed} {nameOf(told.Key)} {told.Kind} {told.State} {attempt}"));
        var fails = attempt <= Patience && dice.NextDouble() < failures;
        if (!fails)
        {
            keep(told);
            return;
        }

        var (keeps, dies) = (dice.Next(2) == 0, dice.Next(2) == 0 && dice.NextDouble() < deaths);
        if (keeps)
            keep(told);
        if (dies)
            await life.EndAsync().ConfigureAwait(false);
        throw new InvalidOperationException(
            $"The app fails {(keeps ? "after" : "before")} it has kept what it was told."
        );
    }

    private static int Hash(string text)
    {
        var hash = 17u;
        foreach (var letter in text)
            hash = unchecked((hash * 31) + letter);
        return (int)hash;
    }
}
