using System.Globalization;

namespace NativeFloor;

/// <summary>The same flow as in DodoUpsell.AotApp, with the same steps and the same output.</summary>
internal static class Flow
{
    private static readonly ApiJson Json = ApiJson.Default;

    public static async Task<bool> RunAsync(ApiClient api)
    {
        var ok = true;
        var methods = await api.GetAsync("customers/cus_demo_ada/payment-methods", Json.ItemsPaymentMethod);
        var card = methods.All.Find(method => method.Card?.Last4Digits == "4242")?.PaymentMethodId;
        Step(card == "pm_demo_visa", $"{methods.All.Count} payment methods, of which {card} is good");

        var product = await api.GetAsync("products/pdt_demo_ebook", Json.Product);
        Step(
            product is { Name: "E-book", Price.Type: "one_time_price" },
            $"product {product.ProductId} is {product.Name}"
        );

        var preview = await api.PostAsync("checkouts/preview", Cart(), Json.Preview);
        Step(
            preview is { TotalPrice: 1900, Currency: "USD" },
            string.Create(CultureInfo.InvariantCulture, $"preview US${preview.TotalPrice / 100m:0.00}")
        );

        var charge = Cart();
        charge.Confirm = true;
        charge.PaymentMethodId = card;
        var session = await api.PostAsync("checkouts", charge, Json.CheckoutSession);
        Step(session.PaymentId is not null, $"one click, payment {session.PaymentId}");

        var payment = await api.GetAsync($"payments/{session.PaymentId}", Json.Payment);
        for (var reads = 1; reads < 10 && payment.Status == "processing"; reads++)
            payment = await api.GetAsync($"payments/{session.PaymentId}", Json.Payment);
        Step(payment.Status == "succeeded", $"payment {payment.PaymentId} {payment.Status}");

        var found = 0;
        for (var page = 0; ; page++)
        {
            var payments = await api.GetAsync(
                $"payments?customer_id=cus_demo_ada&page_size=10&page_number={page}",
                Json.ItemsPayment
            );
            if (payments.All.Count == 0)
                break;
            found += payments.All.Count(item =>
                item.PaymentId == session.PaymentId && item.Metadata?["source"] == "native-app"
            );
        }

        Step(found == 1, $"payment listed {found} time");

        try
        {
            await api.GetAsync("payments/pay_unknown", Json.Payment);
            Step(false, "an unknown payment was found");
        }
        catch (ApiException error)
        {
            Step((int)error.Status == 404, $"unknown payment: {(int)error.Status} {error.Code}");
        }

        return ok;

        void Step(bool asExpected, string line)
        {
            ok &= asExpected;
            Console.WriteLine($"{(asExpected ? "ok" : "WRONG")}: {line}");
        }
    }

    private static CheckoutRequest Cart() =>
        new()
        {
            ProductCart = [new() { ProductId = "pdt_demo_ebook", Quantity = 1 }],
            Customer = new() { CustomerId = "cus_demo_ada" },
            Metadata = new() { ["source"] = "native-app" },
        };
}
