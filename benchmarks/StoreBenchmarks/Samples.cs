using System.Text;
using DodoUpsell;
using DodoUpsell.Webhooks;

namespace StoreBenchmarks;

/// <summary>The records and deliveries that are measured.</summary>
internal static class Samples
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static readonly string Padding = new('x', 1300);

    public static DateTimeOffset Now => DateTimeOffset.UtcNow;

    public static ChargeRecord Claimed(string key) =>
        new()
        {
            Environment = DodoEnvironment.Test,
            Key = key,
            Fingerprint = "5F3A1C0E9B7D2846",
            Flow = "upsell",
            CustomerId = "cus_1",
            ClaimedAt = Now,
            NextCheckAt = Now.AddMinutes(5),
            Attempts = [new ChargeAttempt { Id = Guid.NewGuid().ToString("N"), StartedAt = Now }],
        };

    public static ChargeRecord Sending(ChargeRecord claimed) =>
        claimed with
        {
            Version = 1,
            State = ChargeState.Sending,
            SentAt = Now,
        };

    public static ChargeRecord Settled(ChargeRecord sending) =>
        sending with
        {
            Version = 2,
            State = ChargeState.Succeeded,
            SettledAt = Now,
            NextCheckAt = null,
            PaymentId = "pay_1",
            Charged = new Money(1900, Currency.USD),
        };

    public static ChargeSettlement Settlement(ChargeRecord settled) =>
        new()
        {
            Id = $"settled:{settled.Key.Value}",
            Kind = default,
            Charge = settled,
            Amount = settled.Charged,
            OccurredAt = settled.SettledAt!.Value,
        };

    public static byte[] Body(string payment) =>
        Encoding.UTF8.GetBytes(
            """{"business_id":"bus_1","type":"payment.succeeded","timestamp":"2026-11-01T12:00:00.123456Z","data":"""
                + """{"payload_type":"Payment","status":"succeeded","total_amount":1900,"currency":"USD","""
                + """ "created_at":"2026-11-01T12:00:00Z","customer":{"customer_id":"cus_1","email":"ada@example.com","""
                + $$""" "name":"Ada"},"payment_id":"{{payment}}","metadata":{"note":"{{Padding}}"} } }"""
        );
}
