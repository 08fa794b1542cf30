namespace DodoUpsell.AotApp;

/// <summary>
/// Ada's one-click upsell in the emulator's demo shop: every kind of JSON that the SDK reads and writes, once.
/// </summary>
internal sealed class Flow(IDodoClient dodo, Report report)
{
    private const string Ada = "cus_demo_ada";
    private const string Ebook = "pdt_demo_ebook";

    public async Task RunAsync()
    {
        var card = await ChooseCardAsync();
        await ReadProductAsync();
        await PreviewAsync();
        var paymentId = await ChargeAsync(card);
        await ReadUntilFinalAsync(paymentId);
        await FindInListAsync(paymentId);
        await MeetAnErrorAsync();
    }

    private static CreateCheckoutSessionRequest Cart =>
        new()
        {
            ProductCart = [new() { ProductId = Ebook, Quantity = 1 }],
            Customer = CustomerReference.Existing(Ada),
            Metadata = new() { ["source"] = "native-app" },
        };

    private async Task<string> ChooseCardAsync()
    {
        var methods = await dodo.Customers.ListPaymentMethodsAsync(Ada);
        var visa = methods.Items.FirstOrDefault(method => method.Card?.Last4Digits == "4242");
        report.Step(
            visa is { PaymentMethodId: "pm_demo_visa" },
            $"{methods.Items.Count} payment methods, of which {visa?.PaymentMethodId} is good"
        );
        return visa?.PaymentMethodId ?? "";
    }

    private async Task ReadProductAsync()
    {
        var product = await dodo.Products.GetAsync(Ebook);
        report.Step(
            product is { Name: "E-book", Price: OneTimePrice },
            $"product {product.ProductId} is {product.Name}"
        );
    }

    private async Task PreviewAsync()
    {
        var preview = await dodo.CheckoutSessions.PreviewAsync(Cart);
        report.Step(preview.TotalPriceMoney == new Money(1900, Currency.USD), $"preview {preview.TotalPriceMoney}");
    }

    private async Task<string> ChargeAsync(string card)
    {
        var session = await dodo.CheckoutSessions.CreateAsync(Cart with { Confirm = true, PaymentMethodId = card });
        report.Step(session.PaymentId is not null, $"one click, payment {session.PaymentId}");
        return session.PaymentId ?? "";
    }

    private async Task ReadUntilFinalAsync(string paymentId)
    {
        // The emulator settles a payment after it has been read once.
        var payment = await dodo.Payments.GetAsync(paymentId);
        for (var reads = 1; reads < 10 && payment.Status == PaymentStatus.Processing; reads++)
            payment = await dodo.Payments.GetAsync(paymentId);
        report.Step(payment.Status == PaymentStatus.Succeeded, $"payment {payment.PaymentId} {payment.Status}");
    }

    private async Task FindInListAsync(string paymentId)
    {
        var found = 0;
        await foreach (var payment in dodo.Payments.ListAsync(new() { CustomerId = Ada, PageSize = 10 }))
        {
            if (payment.PaymentId == paymentId && payment.Metadata["source"].AsString() == "native-app")
                found++;
        }

        report.Step(found == 1, $"payment listed {found} time");
    }

    private async Task MeetAnErrorAsync()
    {
        try
        {
            await dodo.Payments.GetAsync("pay_unknown");
            report.Step(false, "an unknown payment was found");
        }
        catch (DodoApiException error)
        {
            report.Step(
                (int)error.StatusCode == 404 && !error.IsTransient,
                $"unknown payment: {(int)error.StatusCode} {error.Code}"
            );
        }
    }
}
