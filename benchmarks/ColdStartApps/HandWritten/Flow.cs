namespace HandWritten;

/// <summary>One click: chooses a saved card and charges it. The output is that of WithDodoUpsell.</summary>
internal static class Flow
{
    public static async Task<bool> RunAsync(ApiClient api)
    {
        var methods = await api.ListPaymentMethodsAsync("cus_demo_ada");
        var card = methods.Items.Find(method => method.Card?.Last4Digits == "4242")?.PaymentMethodId;
        Console.WriteLine($"{methods.Items.Count} payment methods, of which {card} is good");

        var session = await api.CreateCheckoutSessionAsync(
            new CheckoutRequest
            {
                ProductCart = [new() { ProductId = "pdt_demo_ebook", Quantity = 1 }],
                Customer = new() { CustomerId = "cus_demo_ada" },
                PaymentMethodId = card,
                Confirm = true,
                Metadata = new() { ["source"] = "cold-start" },
            }
        );
        Console.WriteLine($"one click, payment {session.PaymentId}");
        return session.PaymentId is not null;
    }
}
