using System.Text.Json.Nodes;
using DodoUpsell;
using DodoUpsell.Emulator;
using Microsoft.Extensions.DependencyInjection;
using Samples;
using Spectre.Console;

namespace PlanChange;

/// <summary>
/// The chapters. Each one previews, shows and confirms a change, and returns whether it ended as expected.
/// </summary>
internal sealed class Story : IAsyncDisposable
{
    private const string Declining = "sub_story_declining";
    private const string Authenticating = "sub_story_authenticating";

    private readonly IAnsiConsole _console;
    private readonly bool _asks;
    private readonly DodoEmulator _emulator = new(new DodoEmulatorOptions { TimeSource = TimeProvider.System });
    private readonly ServiceProvider _services;
    private readonly PlanChangeFlow _planChanges;
    private readonly ISubscriptionsClient _subscriptions;

    public Story(IAnsiConsole console, bool asks)
    {
        (_console, _asks) = (console, asks);
        var services = new ServiceCollection();
        services
            .AddDodoUpsells(options =>
            {
                options.ApiKey = "emulator";
                options.Environment = DodoEnvironment.Test;
                options.BaseAddress = DodoEmulator.InProcessAddress;
            })
            .HttpClient.ConfigurePrimaryHttpMessageHandler(_emulator.CreateHandler);
        _services = services.BuildServiceProvider();
        _planChanges = _services.GetRequiredService<PlanChangeFlow>();
        _subscriptions = _services.GetRequiredService<ISubscriptionsClient>();
        AddSubscription(Declining, TestCards.InsufficientFunds);
        AddSubscription(Authenticating, TestCards.ThreeDSecure);
    }

    public async Task<bool> TellAsync(CancellationToken cancellationToken)
    {
        (string Title, Func<CancellationToken, Task<bool>> Chapter)[] chapters =
        [
            ("An upgrade", UpgradeAsync),
            ("An upgrade whose card is declined", DeclinedAsync),
            ("An upgrade with 3-D Secure", AuthenticatedAsync),
            ("A scheduled downgrade that is cancelled", ScheduledAsync),
            ("An immediate downgrade, for credit", DowngradeAsync),
            ("The next renewals use the credit", RenewalsAsync),
        ];
        var good = true;
        foreach (var (title, chapter) in chapters)
        {
            _console.Title(title);
            var asExpected = await chapter(cancellationToken);
            if (!asExpected)
                _console.MarkupLine("[red]This did not end as expected.[/]");
            good &= asExpected;
        }

        return good;
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    private async Task<bool> UpgradeAsync(CancellationToken cancellationToken)
    {
        var quote = await _planChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan, cancellationToken);
        return await ConfirmAsync(quote, cancellationToken) is PlanChangeOutcome.Changed changed
            && changed.Charged == new Money(5000, Currency.USD)
            && await HasPlanAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan, cancellationToken);
    }

    private async Task<bool> DeclinedAsync(CancellationToken cancellationToken)
    {
        var quote = await _planChanges.PreviewAsync(Declining, DemoSeed.ProPlan, cancellationToken);
        return await ConfirmAsync(quote, cancellationToken) is PlanChangeOutcome.PaymentFailed { OldPlanStands: true }
            && await HasPlanAsync(Declining, DemoSeed.BasicPlan, cancellationToken);
    }

    private async Task<bool> AuthenticatedAsync(CancellationToken cancellationToken)
    {
        var quote = await _planChanges.PreviewAsync(Authenticating, DemoSeed.ProPlan, cancellationToken);
        if (await ConfirmAsync(quote, cancellationToken) is not PlanChangeOutcome.ActionRequired step)
            return false;
        _console.MarkupLineInterpolated($"The customer authenticates with the bank: [link]{step.Url}[/]");

        // The customer's action in the browser.
        using var browser = new HttpClient(_emulator.CreateHandler());
        using var form = new FormUrlEncodedContent([new("outcome", "approve")]);
        using var answer = await browser.PostAsync(new Uri(step.Url + "/authentication"), form, cancellationToken);

        // The same quote again is a repeat: it only returns the outcome of the change.
        return Show(await _planChanges.ConfirmAsync(quote, cancellationToken)) is PlanChangeOutcome.Changed
            && await HasPlanAsync(Authenticating, DemoSeed.ProPlan, cancellationToken);
    }

    private async Task<bool> ScheduledAsync(CancellationToken cancellationToken)
    {
        var quote = await _planChanges.PreviewAsync(
            new PlanChangeRequest
            {
                SubscriptionId = DemoSeed.BasicSubscription,
                ProductId = DemoSeed.BasicPlan,
                Timing = PlanChangeTiming.NextBillingDate,
            },
            cancellationToken
        );
        if (await ConfirmAsync(quote, cancellationToken) is not PlanChangeOutcome.Scheduled)
            return false;
        var cancelled = await _planChanges.CancelScheduledAsync(DemoSeed.BasicSubscription, cancellationToken);
        _console.MarkupLine("The customer changes their mind: the scheduled change is cancelled.");
        return cancelled && await HasPlanAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan, cancellationToken);
    }

    private async Task<bool> DowngradeAsync(CancellationToken cancellationToken)
    {
        var quote = await _planChanges.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.BasicPlan, cancellationToken);
        return await ConfirmAsync(quote, cancellationToken) is PlanChangeOutcome.Changed changed
            && changed.CreditGranted == new Money(5000, Currency.USD)
            && changed.Charged.IsZero;
    }

    // A credit of 50.00 pays one renewal of 30.00 and 20.00 of the next one.
    private async Task<bool> RenewalsAsync(CancellationToken cancellationToken)
    {
        int[] expected = [0, 1000, 3000];
        var asExpected = true;
        foreach (var amount in expected)
        {
            var before = Charged();
            var due = (await _subscriptions.GetAsync(DemoSeed.BasicSubscription, cancellationToken)).NextBillingDate;
            _emulator.Clock.AdvanceTo(due);
            _emulator.Clock.Advance(TimeSpan.FromMinutes(1));
            var charged = Charged() - before;
            var (day, price) = (due.ToString("d MMM yyyy", Display.Culture), Display.Of(new Money(3000, Currency.USD)));
            var taken = Display.Of(new Money(charged, Currency.USD));
            _console.MarkupLineInterpolated($"Renewal of {day}: price {price}, charged [bold]{taken}[/]");
            asExpected &= charged == amount;
        }

        return asExpected;
    }

    private async Task<PlanChangeOutcome?> ConfirmAsync(PlanChangeQuote quote, CancellationToken cancellationToken)
    {
        if (quote.Refusal is { } refusal)
        {
            _console.MarkupLineInterpolated($"[red]{refusal.Reason}:[/] {refusal.Explanation}");
            return null;
        }

        QuoteTable.Print(_console, quote);
        if (_asks && !await new ConfirmationPrompt("Change the plan?").ShowAsync(_console, cancellationToken))
            return null;
        return Show(await _planChanges.ConfirmAsync(quote, cancellationToken));
    }

    private PlanChangeOutcome Show(PlanChangeOutcome outcome)
    {
        var colour = outcome switch
        {
            PlanChangeOutcome.Changed or PlanChangeOutcome.Scheduled => "green",
            PlanChangeOutcome.ActionRequired or PlanChangeOutcome.PaymentPending or PlanChangeOutcome.QuoteChanged =>
                "yellow",
            _ => "red",
        };
        _console.MarkupLine($"[{colour}]{outcome}[/]: {Markup.Escape(outcome.CustomerMessage)}");
        if (outcome is PlanChangeOutcome.Refused { Refusal: var refusal })
            _console.MarkupLineInterpolated($"{refusal.Reason}: {refusal.Explanation}");
        return outcome;
    }

    private async Task<bool> HasPlanAsync(string subscriptionId, string productId, CancellationToken cancellationToken)
    {
        var subscription = await _subscriptions.GetAsync(subscriptionId, cancellationToken);
        var (status, plan, price) = (subscription.Status, subscription.ProductId, subscription.RecurringPreTax);
        _console.MarkupLineInterpolated(
            $"[grey]The subscription is {status} with {plan}, {Display.Of(price)} a month[/]"
        );
        return subscription.ProductId == productId && subscription.Status == SubscriptionStatus.Active;
    }

    // The charges of the demo customer. The other chapters have their own customers.
    private int Charged() =>
        _emulator.Charges.Where(charge => charge.CustomerId == DemoSeed.CustomerWithCards).Sum(charge => charge.Amount);

    private void AddSubscription(string id, string testCard)
    {
        var customerId = $"cus_of_{id}";
        _emulator.PutCustomer(customerId);
        _emulator.SaveCard(customerId, testCard);
        _emulator.PutSubscription(
            id,
            new JsonObject { ["customer_id"] = customerId, ["product_id"] = DemoSeed.BasicPlan }
        );
    }
}
