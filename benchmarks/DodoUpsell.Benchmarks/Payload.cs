using System.Globalization;
using System.Text;

namespace DodoUpsell.Benchmarks;

/// <summary>The responses of the API, with all fields populated, and a webhook delivery.</summary>
internal static class Payload
{
    public static byte[] CheckoutSession => Encoding.UTF8.GetBytes(Read("checkout-session.json"));

    public static byte[] PaymentMethods => Encoding.UTF8.GetBytes(Read("payment-methods.json"));

    public static byte[] PaymentDelivery => Encoding.UTF8.GetBytes(Read("payment-delivery.json"));

    public static byte[] Subscription => Encoding.UTF8.GetBytes(Read("subscription.json"));

    public static byte[] PageOf100Payments()
    {
        var payment = Read("payment.json");
        var payments = Enumerable
            .Range(0, 100)
            .Select(number =>
                payment.Replace(
                    "{payment_id}",
                    string.Create(CultureInfo.InvariantCulture, $"pay_2fJ8sWc5ZyQe{number:D3}"),
                    StringComparison.Ordinal
                )
            );
        return Encoding.UTF8.GetBytes($$"""{"items":[{{string.Join(',', payments)}}]}""");
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Payload).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd().Trim();
    }
}
