using DodoUpsell;
using DodoUpsell.Emulator;

namespace Samples;

/// <summary>A checkout on the emulator, in the place of the shop's own.</summary>
internal static class DemoCheckout
{
    /// <summary>Lets a customer buy the course and returns the id of the payment.</summary>
    public static async Task<string> BuyCourseAsync(this IDodoClient dodo, DodoEmulator emulator, string customerId)
    {
        emulator.PutCustomer(customerId);
        var session = await dodo.CheckoutSessions.CreateAsync(
            new()
            {
                ProductCart = [new() { ProductId = DemoSeed.Course, Quantity = 1 }],
                Customer = CustomerReference.Existing(customerId),
                PaymentMethodId = emulator.SaveCard(customerId, "4242424242424242"),
                Confirm = true,
            }
        );
        await dodo.Payments.GetAsync(session.PaymentId!); // the emulator settles a payment after its first read
        return session.PaymentId!;
    }
}
