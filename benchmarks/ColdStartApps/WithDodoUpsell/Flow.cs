using DodoUpsell;

namespace WithDodoUpsell;

/// <summary>One click: chooses a saved card and charges it. The output is that of HandWritten.</summary>
internal static class Flow
{
    public static async Task<bool> RunAsync(IDodoClient dodo)
    {
        var methods = await dodo.Customers.ListPaymentMethodsAsync("cus_demo_ada");
        var card = methods.Items.FirstOrDefault(method => method.Card?.Last4Digits == "4242")?.PaymentMethodId;
        Console.WriteLine($"{methods.Items.Count} payment methods, of which {card} is good");

        var session = await dodo.CheckoutSessions.CreateAsync(
            new()
            {
                ProductCart = [new() { ProductId = "pdt_demo_ebook", Quantity = 1 }],
                Customer = CustomerReference.Existing("cus_demo_ada"),
                PaymentMethodId = card,
                Confirm = true,
                Metadata = new() { ["source"] = "cold-start" },
            }
        );
        Console.WriteLine($"one click, payment {session.PaymentId}");
        return session.PaymentId is not null;
    }
}
