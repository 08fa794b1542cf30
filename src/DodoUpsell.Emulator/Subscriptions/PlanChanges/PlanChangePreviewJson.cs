using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions.PlanChanges;

/// <summary>The JSON of a plan change preview. A returned amount has a negative factor.</summary>
internal sealed class PlanChangePreviewJson(EmulatorState state)
{
    private readonly BillCalculator _bills = new(state);

    public JsonObject Of(Subscription subscription, PlanChangeQuote quote) =>
        new()
        {
            ["immediate_charge"] = new JsonObject
            {
                ["effective_at"] = WireTime.Write(quote.EffectiveAt),
                ["line_items"] = new JsonArray([.. quote.Bill.Lines.Select(line => (JsonNode)Line(line))]),
                ["summary"] = Summary(quote.Bill),
            },
            ["new_plan"] = SubscriptionJson.Full(quote.Project(subscription), state.Options.Subscriptions.Rounding),
        };

    private static JsonObject Summary(Bill bill) =>
        new()
        {
            ["total_amount"] = bill.Total,
            ["currency"] = bill.Currency,
            ["tax"] = bill.Tax,
            ["settlement_amount"] = bill.Total,
            ["settlement_currency"] = bill.Currency,
            ["settlement_tax"] = bill.Tax,
            ["customer_credits"] = bill.CreditMovement,
        };

    private JsonObject Line(BillLine line)
    {
        var json = new JsonObject
        {
            ["type"] = line.Addon is null ? "subscription" : "addon",
            ["id"] = line.Addon?.Id ?? line.Product.Id,
            ["name"] = line.Addon is null ? line.Product.Name : line.Addon.Name,
            ["description"] = line.Addon is null ? line.Product.Description : line.Addon.Description,
            ["unit_price"] = line.UnitPrice,
            ["quantity"] = line.Quantity,
            ["proration_factor"] = line.Share.Value,
            ["currency"] = line.Product.Price.Currency,
            ["tax"] = _bills.LineTax(line),
            ["tax_rate"] = state.Options.TaxPercent,
            ["tax_inclusive"] = line.TaxInclusive,
        };
        if (line.Addon is { } addon)
            json["tax_category"] = addon.TaxCategory;
        else
            json["product_id"] = line.Product.Id;

        return json;
    }
}
