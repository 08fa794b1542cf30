using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>Simulates the customer's browser on the page of an outcome.</summary>
internal sealed class Customer(HttpClient browser, Scenario scenario)
{
    private readonly HashSet<string> _visited = new(StringComparer.Ordinal);

    public async Task FollowAsync(SeenOutcome outcome)
    {
        if (outcome.Page is not { } page || scenario.Visit == PageVisit.Never || !_visited.Add(page))
            return;
        await VisitAsync(page, outcome.IsAuthentication).ConfigureAwait(false);
        if (scenario.Visit == PageVisit.PaysTwice)
            await VisitAsync(page, outcome.IsAuthentication).ConfigureAwait(false);
    }

    private async Task VisitAsync(string page, bool isAuthentication)
    {
        var isDeclined = scenario.Visit == PageVisit.IsDeclined;
        var fields = isAuthentication
            ? new Dictionary<string, string> { ["outcome"] = isDeclined ? "fail" : "approve" }
            : new Dictionary<string, string>
            {
                ["card_number"] = isDeclined ? TestCards.GenericDecline : TestCards.Visa,
                ["card_expiry"] = "06/32",
                ["card_cvc"] = "123",
                ["country"] = "US",
                ["email"] = "customer@example.test",
                ["name"] = "Customer",
            };
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await browser
            .PostAsync(new Uri(isAuthentication ? page + "/authentication" : page), form)
            .ConfigureAwait(false);
    }
}
