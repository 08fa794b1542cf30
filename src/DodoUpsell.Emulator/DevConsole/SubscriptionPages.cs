using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Pages;
using DodoUpsell.Emulator.Subscriptions;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>The subscriptions, and one subscription with its renewal.</summary>
internal sealed class SubscriptionPages(EmulatorState state)
{
    public const string Section = "subscriptions";
    private const string Root = $"{ConsoleLayout.Root}/{Section}";
    private readonly ActivityList _activities = new(state);

    public WireResponse List(ConsoleNotice? notice)
    {
        var rows = state.Subscriptions.NewestFirst().Take(ActivityList.MaximumRows).Select(Row).ToList();
        return ConsoleLayout.Page(
            state,
            Root,
            "Subscriptions",
            Html.Of(
                $"""
                <section class="card" id="subscriptions" data-live>{ConsoleText.Table(
                    "Subscriptions",
                    ["Subscription", "Status", "Plan", "Customer", "Next billing"],
                    rows,
                    "No subscription yet."
                )}</section>
                """
            ),
            notice
        );
    }

    public WireResponse Show(string id, ConsoleNotice? notice)
    {
        var subscription = state.Subscriptions.Get(id);
        return ConsoleLayout.Page(
            state,
            Root,
            $"{Plan(subscription)} of {subscription.Customer.Name}",
            Html.Of(
                $"""
                <section class="card" id="subscription" data-live><dl class="facts">
                {ConsoleText.Fact("Status", ConsoleText.Status(subscription.Status))}
                {ConsoleText.Fact("Subscription", Html.Of($"<code>{subscription.Id}</code>"))}
                {ConsoleText.Fact(
                    "Customer",
                    Html.Of($"{ConsoleText.Link("customers", subscription.Customer.Id)} {subscription.Customer.Name}")
                )}
                {ConsoleText.Fact(
                    "Plan",
                    $"{Plan(subscription)}{(subscription.Plan.Quantity == 1 ? "" : $" × {subscription.Plan.Quantity}")}, {Price(subscription)}"
                )}
                {ConsoleText.Fact(
                    "Add-ons",
                    string.Join(
                        ", ",
                        subscription.Plan.Addons.Select(addon => $"{addon.Addon.Name} × {addon.Quantity}")
                    )
                )}
                {ConsoleText.Fact(
                    "Card",
                    subscription.ChargeableMethod is { } method ? CustomerPages.Card(method) : "none"
                )}
                {ConsoleText.Fact(
                    "Credit",
                    subscription.Credit == 0
                        ? null
                        : MoneyText.Of(subscription.Credit, subscription.Plan.Price.Currency)
                )}
                {ConsoleText.Fact(
                    "Current period",
                    $"{ConsoleText.Time(subscription.Cycle.Previous)} to {ConsoleText.Time(subscription.Cycle.Next)}"
                )}
                {ConsoleText.Fact("Ends", subscription.CancelAtNextBillingDate ? "at the end of the period" : null)}
                {ConsoleText.Fact("Cancelled because", subscription.CancelReason)}
                </dl></section>
                {(subscription.IsActive ? Renewal(subscription) : Html.Empty)}
                {_activities.About(Section, subscription.Id)}
                {ConsoleText.Block(
                    "json",
                    "As the API returns it",
                    BodyText.Of(SubscriptionJson.Full(subscription, state.Options.Subscriptions.Rounding))
                )}
                """
            ),
            notice
        );
    }

    private static Html Renewal(Subscription subscription) =>
        Html.Of(
            $"""
            <section class="card" aria-labelledby="renew-heading"><h2 id="renew-heading">Renewal</h2>
            <p class="muted small">Advances the clock to {ConsoleText.Time(
                subscription.Cycle.Next
            )}. Everything else that is due until then happens as well.</p>
            {ConsoleText.Button(
                $"{ConsoleText.Path(Section, subscription.Id)}/renew",
                subscription.CancelAtNextBillingDate ? "Go to the end of the period" : "Renew now",
                Html.Empty
            )}
            </section>
            """
        );

    private static Html Row(Subscription subscription) =>
        ConsoleText.Row(
            ConsoleText.Link(Section, subscription.Id),
            ConsoleText.Status(subscription.Status),
            $"{Plan(subscription)}, {Price(subscription)}",
            subscription.Customer.Name,
            ConsoleText.ShortTime(subscription.Cycle.Next)
        );

    private static string Plan(Subscription subscription) =>
        subscription.Plan.Product.Name ?? subscription.Plan.Product.Id;

    private static string Price(Subscription subscription) =>
        $"{MoneyText.Of(subscription.Plan.Price.NetAmount, subscription.Plan.Price.Currency)} {OrderSummary.Every(subscription.Plan.Price.Frequency)}";
}
