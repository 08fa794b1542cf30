namespace DodoUpsell.Tests.PlanChanges;

/// <summary>Which add-ons a change sends, given those that are booked: what is not named stays.</summary>
public sealed class AddonSelectionTests
{
    private static readonly SubscriptionAddon[] Booked =
    [
        new() { AddonId = "adn_1", Quantity = 1 },
        new() { AddonId = "adn_2", Quantity = 3 },
        new() { AddonId = "adn_gone", Quantity = 0 },
    ];

    [Fact]
    public void What_is_booked_is_kept_and_what_is_booked_no_more_is_not_sent() =>
        AssertSent(AddonSelection.Keep, ("adn_1", 1), ("adn_2", 3));

    [Fact]
    public void One_that_is_set_leaves_the_others()
    {
        AssertSent(AddonSelection.Set("adn_2", 5), ("adn_1", 1), ("adn_2", 5));
        AssertSent(AddonSelection.Set("adn_3"), ("adn_1", 1), ("adn_2", 3), ("adn_3", 1));
    }

    [Fact]
    public void One_that_is_taken_away_leaves_the_others() => AssertSent(AddonSelection.Without("adn_1"), ("adn_2", 3));

    [Fact]
    public void All_are_dropped_by_name_only()
    {
        AssertSent(AddonSelection.None);
        AssertSent(AddonSelection.Exactly(new AddonQuantity { AddonId = "adn_9", Quantity = 2 }), ("adn_9", 2));
    }

    private static void AssertSent(AddonSelection selection, params (string Id, int Quantity)[] sent) =>
        Assert.Equal(sent, selection.From(Booked).Select(addon => (addon.AddonId, addon.Quantity)));
}
