using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Pages;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>The customers, and one customer with the saved cards.</summary>
internal sealed class CustomerPages(EmulatorState state)
{
    public const string Section = "customers";
    private const string Root = $"{ConsoleLayout.Root}/{Section}";

    public static string Card(PaymentMethod method) =>
        $"{PaymentFields.Network(method.Card)} ending in {method.Card.LastFour}, {method.ExpiryMonth}/{method.ExpiryYear}";

    public WireResponse List(ConsoleNotice? notice)
    {
        var rows = state.Customers.NewestFirst().Take(ActivityList.MaximumRows).Select(Row).ToList();
        return ConsoleLayout.Page(
            state,
            Root,
            "Customers",
            Html.Of(
                $"""
                <section class="card" id="customers" data-live>{ConsoleText.Table(
                    "Customers",
                    ["Customer", "Name", "E-mail", "Saved cards"],
                    rows,
                    "No customer yet."
                )}</section>
                """
            ),
            notice
        );
    }

    public WireResponse Show(string id, ConsoleNotice? notice)
    {
        var customer = state.Customers.Get(id);
        var payments = state.Indexes.PaymentsByCustomer.NewestFirst(id).Take(ActivityList.MaximumRows);
        return ConsoleLayout.Page(
            state,
            Root,
            customer.Name,
            Html.Of(
                $"""
                <section class="card"><dl class="facts">
                {ConsoleText.Fact("Customer", Html.Of($"<code>{customer.Id}</code>"))}
                {ConsoleText.Fact("E-mail", customer.Email)}
                {ConsoleText.Fact("Created", ConsoleText.Time(customer.CreatedAt))}
                </dl></section>
                <section class="card" aria-labelledby="cards-heading"><h2 id="cards-heading">Saved cards</h2>
                <div id="cards" data-live>{Cards(customer)}</div>
                <form method="post" action="{ConsoleText.Path(Section, customer.Id)}/cards" class="inline">
                <div class="field"><label for="test-card">Test card</label><select id="test-card" name="test_card">{Html.Join(
                    TestCardList.All.Select(card =>
                        Html.Of($"""<option value="{card.Number}">{TestCardList.Spaced(card.Number)}: {card.Behaviour}</option>""")
                    )
                )}</select></div>
                <button type="submit" class="second">Save the card</button>
                </form></section>
                <section class="card" aria-labelledby="payments-heading"><h2 id="payments-heading">Payments</h2>
                <div id="payments" data-live>{ConsoleText.Table(
                    "Payments",
                    ["Payment", "Amount", "Status", "Time"],
                    [.. payments.Select(payment => Paid(payment))],
                    "No payment yet."
                )}</div></section>
                {ConsoleText.Block("json", "As the API returns it", BodyText.Of(CustomerJson.Full(customer)))}
                """
            ),
            notice
        );
    }

    private Html Row(Customer customer) =>
        ConsoleText.Row(
            ConsoleText.Link(Section, customer.Id),
            customer.Name,
            customer.Email,
            string.Join("; ", Saved(customer).Select(Card))
        );

    private static Html Paid(Payment payment) =>
        ConsoleText.Row(
            ConsoleText.Link(PaymentPages.Section, payment.Id),
            ConsoleText.Amount(payment),
            ConsoleText.Status(payment.Status),
            ConsoleText.ShortTime(payment.CreatedAt)
        );

    private IEnumerable<PaymentMethod> Saved(Customer customer) =>
        state.Indexes.MethodsByCustomer.Of(customer.Id).Where(method => method is { IsRemoved: false, IsSaved: true });

    private Html Cards(Customer customer)
    {
        var rows = Saved(customer)
            .Select(method =>
                ConsoleText.Row(
                    Html.Of(
                        $"{Card(method)} {(method.IsExpired(state.Now) ? ConsoleText.Tag("expired", "bad") : null)}"
                    ),
                    ConsoleText.Code(method.Id),
                    method.LastUsedAt is { } used ? ConsoleText.ShortTime(used) : "never"
                )
            )
            .ToList();
        return ConsoleText.Table("Saved cards", ["Card", "Payment method", "Last used"], rows, "No card is saved.");
    }
}
