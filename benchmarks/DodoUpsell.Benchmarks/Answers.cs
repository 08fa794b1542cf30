using System.Text.Json;
using System.Text.Json.Serialization;
using DodoUpsell.Benchmarks.Floor;

namespace DodoUpsell.Benchmarks;

/// <summary>
/// Checks that both clients know every member of every response and read the same values. Otherwise, the comparison
/// would be meaningless.
/// </summary>
internal static class Answers
{
    private static readonly FloorJson Strict = new(
        new JsonSerializerOptions(FloorJson.Default.Options)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        }
    );

    public static async Task CheckAsync(DodoClient ours)
    {
        var floorSession = JsonSerializer.Deserialize(Payload.CheckoutSession, Strict.CheckoutSession)!;
        var session = await ours.CheckoutSessions.CreateAsync(
            new() { ProductCart = [new() { ProductId = "pdt_1", Quantity = 1 }] }
        );
        Same(session.PublishableKey, floorSession.PublishableKey, session);

        var floorMethods = JsonSerializer.Deserialize(Payload.PaymentMethods, Strict.ItemsSavedPaymentMethod)!;
        var methods = await ours.Customers.ListPaymentMethodsAsync("cus_1");
        Same(methods.Items[2].Card!.ExpiryYear, floorMethods.All[2].Card!.ExpiryYear, methods.Items[2].Card!);
        Same(methods.Items[2].LastUsedAt, floorMethods.All[2].LastUsedAt, methods.Items[2]);

        var floorSubscription = JsonSerializer.Deserialize(Payload.Subscription, Strict.Subscription)!;
        var subscription = await ours.Subscriptions.GetAsync("sub_1");
        Same(subscription.CreatedAt, floorSubscription.CreatedAt, subscription);
        Same(
            subscription.Discounts![0].TimesUsed,
            floorSubscription.Discounts![0].TimesUsed,
            subscription.Discounts[0]
        );
        Same(
            subscription.CreditEntitlementCart[0].Unit,
            floorSubscription.CreditEntitlementCart![0].Unit,
            subscription.CreditEntitlementCart[0]
        );

        var floorPage = JsonSerializer.Deserialize(Payload.PageOf100Payments(), Strict.ItemsPayment)!;
        await foreach (var page in ours.Payments.ListAsync().AsPages())
        {
            Same(page.Items.Count, floorPage.All.Count, page.Items[0]);
            Same(page.Items[99].InvoiceUrl, floorPage.All[99].InvoiceUrl, page.Items[99]);
            return;
        }
    }

    private static void Same<T>(T ours, T floor, ApiObject model)
    {
        if (floor is null || !Equals(ours, floor))
            throw new InvalidOperationException($"The SDK read {model} as '{ours}', and the floor as '{floor}'.");
        if (model.AdditionalProperties.Count > 0)
            throw new InvalidOperationException(
                $"{model} does not know {string.Join(", ", model.AdditionalProperties.Keys)}."
            );
    }
}
