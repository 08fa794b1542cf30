using System.Net.Http.Json;
using System.Text.Json.Serialization.Metadata;

namespace NativeFloor;

/// <summary>The same flow as in DodoUpsell.AotApp, with the same steps and the same output.</summary>
internal static class Flow
{
    private static readonly ApiJson Json = ApiJson.Default;

    public static async Task<bool> RunAsync(HttpClient http)
    {
        var ok = true;
        var methods = await GetAsync(http, "/customers/cus_demo_ada/payment-methods", Json.ItemsPaymentMethod);
        var card = methods.All.Find(method => method.Card?.Last4Digits == "4242")?.PaymentMethodId;
        Step(card == "pm_demo_visa", $"{methods.All.Count} payment methods, of which {card} is good");

        var product = await GetAsync(http, "/products/pdt_demo_ebook", Json.Product);
        Step(
            product is { Name: "E-book", Price.Type: "one_time_price" },
            $"product {product.ProductId} is {product.Name}"
        );

        var cart = new CheckoutRequest(
            [new CartItem("pdt_demo_ebook", 1)],
            new CustomerReference("cus_demo_ada"),
            null,
            null,
            new() { ["source"] = "native-app" }
        );
        var preview = await PostAsync(http, "/checkouts/preview", cart, Json.Preview);
        Step(
            preview is { TotalPrice: 1900, Currency: "USD" },
            $"preview {preview.TotalPrice / 100m} {preview.Currency}"
        );

        var session = await PostAsync(
            http,
            "/checkouts",
            cart with
            {
                Confirm = true,
                PaymentMethodId = card,
            },
            Json.CheckoutSession
        );
        Step(session.PaymentId is not null, $"one click, payment {session.PaymentId}");

        var payment = await GetAsync(http, $"/payments/{session.PaymentId}", Json.Payment);
        for (var reads = 1; reads < 10 && payment.Status == "processing"; reads++)
            payment = await GetAsync(http, $"/payments/{session.PaymentId}", Json.Payment);
        Step(payment.Status == "succeeded", $"payment {payment.PaymentId} {payment.Status}");

        var found = 0;
        for (var page = 0; ; page++)
        {
            var payments = await GetAsync(
                http,
                $"/payments?customer_id=cus_demo_ada&page_size=10&page_number={page}",
                Json.ItemsPayment
            );
            if (payments.All.Count == 0)
                break;
            found += payments.All.Count(item =>
                item.PaymentId == session.PaymentId && item.Metadata["source"].GetString() == "native-app"
            );
        }

        Step(found == 1, $"payment listed {found} time");

        using var response = await http.GetAsync("/payments/pay_unknown");
        var error = await response.Content.ReadFromJsonAsync(Json.ApiError);
        Step((int)response.StatusCode == 404, $"unknown payment: {(int)response.StatusCode} {error?.Code}");
        return ok;

        void Step(bool asExpected, string line)
        {
            ok &= asExpected;
            Console.WriteLine($"{(asExpected ? "ok" : "WRONG")}: {line}");
        }
    }

    private static async Task<T> GetAsync<T>(HttpClient http, string path, JsonTypeInfo<T> type)
    {
        using var response = await http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(type))!;
    }

    private static async Task<T> PostAsync<T>(HttpClient http, string path, CheckoutRequest body, JsonTypeInfo<T> type)
    {
        using var response = await http.PostAsJsonAsync(path, body, Json.CheckoutRequest);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(type))!;
    }
}
