using DodoUpsell;
using DodoUpsell.Emulator;
using Samples;
using Spectre.Console;
using Purchase = (DodoUpsell.SubjectIds Customer, string PaymentId);

namespace PostPurchaseUpsell;

/// <summary>The rules of the shop, what it shows to its customers, and what they answer.</summary>
internal sealed class Shop(IDodoClient dodo, IOfferFlow offers, DodoEmulator emulator, IAnsiConsole console)
{
    public bool Explains { get; init; }

    public static void AddOffers(OfferCatalogueBuilder offers)
    {
        offers.Options.DecisionDeadline = TimeSpan.FromSeconds(30); // this program starts cold; a shop keeps 1.5 s
        offers.Rule("ebook", rule => rule.WhenBought(DemoSeed.Course).Sell(DemoSeed.Ebook).Downsell("cheaper"));
        offers.Rule("cheaper", rule => rule.Sell(DemoSeed.Ebook).Discount(DemoSeed.DiscountCode).OnlyAsDownsell());
    }

    public async Task RunAsync()
    {
        Purchase[] bought = [await BuyAsync("cus_ann"), await BuyAsync("cus_bob"), await BuyAsync("cus_cem")];

        console.Title("Ann says yes");
        await AcceptAsync(bought[0], await FindOfferAsync(bought[0]));

        console.Title("Bob says no, and yes to the downsell");
        await AcceptAsync(bought[1], await DeclineAsync(bought[1], await FindOfferAsync(bought[1])));

        console.Title("Cem says no, and no again");
        await DeclineAsync(bought[2], await DeclineAsync(bought[2], await FindOfferAsync(bought[2])));

        console.Title("Cem buys again. What was declined is not offered for 30 days");
        await FindOfferAsync(await BuyAsync("cus_cem"));
        if (emulator.Charges.Count == bought.Length + 1)
            console.WriteLine("\nCharged: nothing but the courses. The offers were answered in an earlier run.");
    }

    // A shop learns the id of the payment from a webhook, or from the URL to which the customer returns.
    private async Task<Purchase> BuyAsync(string customerId) =>
        (SubjectIds.OfCustomer(customerId), await dodo.BuyCourseAsync(emulator, customerId));

    private async Task<Offer?> FindOfferAsync(Purchase purchase)
    {
        if (Explains)
            foreach (var (rule, reasons) in (await offers.ExplainAsync(purchase.Customer, purchase.PaymentId)).Rules)
                console.WriteLine($"  {rule}: {reasons}");
        return Show(await offers.FindOfferAsync(new() { PaymentId = purchase.PaymentId, Subject = purchase.Customer }));
    }

    private async Task<Offer?> DeclineAsync(Purchase purchase, Offer? offer) =>
        offer is null ? null : Show(await offers.DeclineAsync(purchase.Customer, offer.Id));

    private async Task AcceptAsync(Purchase purchase, Offer? offer)
    {
        if (offer is null)
            return;
        var accept = new AcceptOfferRequest
        {
            OfferId = offer.Id,
            DisclosureId = offer.Disclosure.Id, // what was shown is charged, or nothing is
            Subject = purchase.Customer,
        };
        var outcome = await offers.AcceptAsync(accept);
        console.WriteLine(
            outcome is OfferOutcome.Succeeded paid
                ? $"Charged: {Display.Of(paid.Charged)}. Deliver the e-book."
                : outcome.CustomerMessage
        );
    }

    private Offer? Show(OfferDecision? decision)
    {
        foreach (var line in decision?.Offer?.Disclosure.Lines ?? [new(default, $"No offer. {decision?.NoOffer}")])
            console.WriteLine($"{line.Text} {(line.Amount is { } amount ? Display.Of(amount) : "")}".TrimEnd());
        if (decision?.Offer is { } offer)
            console.WriteLine($"[{offer.Disclosure.AcceptText}] [{offer.Disclosure.DeclineText}]");
        return decision?.Offer;
    }
}
