using DodoUpsell.Dashboard.Components;
using DodoUpsell.Dashboard.Http;
using DodoUpsell.Dashboard.Text;

namespace DodoUpsell.Dashboard.Pages;

/// <summary>The charges in a state, by age. Those that are open are listed oldest first, the others newest first.</summary>
internal static class ChargesPage
{
    public const string Section = "charges";

    private const int PageSize = 50;

    /// <summary>Gets the ages that can be chosen, as they are named in the address.</summary>
    public static IReadOnlyList<(string? Name, string Label, TimeSpan Age)> Ages { get; } =
    [
        (null, "Any age", TimeSpan.Zero),
        ("15m", "Older than 15 minutes", TimeSpan.FromMinutes(15)),
        ("1h", "Older than 1 hour", TimeSpan.FromHours(1)),
        ("1d", "Older than 1 day", TimeSpan.FromDays(1)),
        ("7d", "Older than 7 days", TimeSpan.FromDays(7)),
    ];

    public static async Task<DashboardResult> ShowAsync(DashboardRequest request)
    {
        var stateName = request.Query("state") ?? nameof(ChargeState.Sending);
        var ageName = request.Query("age");
        var age = Ages.FirstOrDefault(one => string.Equals(one.Name, ageName, StringComparison.Ordinal));
        if (StateOf(stateName) is not { } state || age.Label is null)
            return DashboardResult.NotFound("There is no such state or age.");

        var ledger = request.Brand.Ledger;
        var environment = request.Brand.Environment;
        ChargeRecord? after = null;
        if (request.Query("after") is { } key)
        {
            if (KeyOf(key) is not { } valid)
                return DashboardResult.NotFound("There is no such charge.");
            after = await ledger.FindAsync(environment, valid, request.Aborted).ConfigureAwait(false);
            if (after is null)
                return DashboardResult.NotFound("The charge that the page begins after does not exist any more.");
        }

        var found = await ledger
            .ListAsync(
                environment,
                new ChargeQuery
                {
                    State = state,
                    ClaimedBefore = age.Name is null ? null : request.Now - age.Age,
                    NewestFirst = !Words.IsOpen(state),
                    After = after,
                    MaxCount = PageSize + 1,
                },
                request.Aborted
            )
            .ConfigureAwait(false);
        return DashboardResult.Page<ChargesView>(
            "Charges",
            Section,
            new ChargesModel
            {
                State = state,
                Age = age.Name,
                Records = [.. found.Take(PageSize)],
                Next = found.Count > PageSize ? found[PageSize - 1].Key : (ChargeKey?)null,
                IsFirst = after is null,
            }
        );
    }

    /// <summary>Returns the key of an address, or null if it cannot be a key.</summary>
    public static ChargeKey? KeyOf(string text)
    {
        try
        {
            return new ChargeKey(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static ChargeState? StateOf(string name)
    {
        foreach (var state in Words.States)
        {
            if (string.Equals(state.ToString(), name, StringComparison.OrdinalIgnoreCase))
                return state;
        }

        return null;
    }
}

internal sealed record ChargesModel
{
    public required ChargeState State { get; init; }

    public required string? Age { get; init; }

    public required IReadOnlyList<ChargeRecord> Records { get; init; }

    /// <summary>Gets the last key of this page, or null if there is no further page.</summary>
    public required ChargeKey? Next { get; init; }

    public required bool IsFirst { get; init; }
}
