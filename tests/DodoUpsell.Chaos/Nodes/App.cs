namespace DodoUpsell.Chaos;

/// <summary>
/// The seller's own code: it hears of settlements, and at times it fails before it has kept one, or after, or its
/// process dies.
/// </summary>
/// <param name="seed">The same seed fails at the same settlements.</param>
/// <param name="failures">How likely it fails.</param>
/// <param name="deaths">How likely a failure that could end the process does: a real process takes a second to start
/// again.</param>
/// <param name="keep">Keeps what it heard, beyond the life of the process.</param>
/// <param name="nameOf">What a key is called in every run of the same seed.</param>
internal sealed class App(int seed, double failures, double deaths, Action<Told> keep, Func<string, string> nameOf)
{
    private const int Patience = 4;

    public async Task HearAsync(ChargeSettlement settlement, int attempt, Life life)
    {
        // By the settlement and the attempt, not by a sequence: whoever is told first is a matter of chance.
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
