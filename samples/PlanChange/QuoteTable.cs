using DodoUpsell;
using Samples;
using Spectre.Console;

namespace PlanChange;

/// <summary>Prints a quote as a customer sees it: its lines, the amount due, and a sentence.</summary>
internal static class QuoteTable
{
    public static void Print(IAnsiConsole console, PlanChangeQuote quote)
    {
        var table = new Table()
            .Border(TableBorder.Rounded)
            .AddColumns("Line", "Quantity", "Price", "Share of the period");
        foreach (var line in quote.Lines)
        {
            switch (line)
            {
                case SubscriptionLineItem plan:
                    Row(plan.Name ?? plan.ProductId, plan.Quantity, plan.UnitPriceMoney, plan.ProrationFactor);
                    break;
                case AddonLineItem addon:
                    Row(addon.Name, addon.Quantity, addon.UnitPriceMoney, addon.ProrationFactor);
                    break;
                case MeterLineItem meter:
                    Row(meter.Name, 1, meter.SubtotalMoney, 1);
                    break;
                default:
                    table.AddRow(line.Type ?? "?", "", "", "");
                    break;
            }
        }

        table.AddRow("[bold]Due now[/]", "", $"[bold]{Markup.Escape(Display.Of(quote.DueNow))}[/]", "");
        if (!quote.CreditGranted.IsZero)
            table.AddRow("Credit", "", Markup.Escape(Display.Of(quote.CreditGranted)), "");
        console.Write(table);
        console.MarkupLineInterpolated($"{quote.Describe(Display.Culture)}");
        if (quote.PaymentMethodLabel is { } card)
            console.MarkupLineInterpolated($"[grey]Charged to {card}[/]");

        void Row(string name, int quantity, Money price, double share) =>
            table.AddRow(
                Markup.Escape(name),
                quantity.ToString(Display.Culture),
                Markup.Escape(Display.Of(price)),
                share.ToString("P0", Display.Culture)
            );
    }
}
