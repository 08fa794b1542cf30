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

        // The emulator settles a payment after it was read, as the API does after a moment.
        while ((await dodo.Payments.GetAsync(session.PaymentId!)).Status != PaymentStatus.Succeeded) { }
        return session.PaymentId!;
    }
}
