using System.Globalization;

namespace DodoUpsell.Emulator;

/// <summary>Assertions for tests of any framework: they throw when they fail.</summary>
/// <remarks>An emulator starts in milliseconds and shares no state, so each test can have its own.</remarks>
/// <example>
/// <code>
/// emulator.Clock.Advance(TimeSpan.FromSeconds(1));
/// emulator.ShouldHaveCharged(times: 1, amount: 4900, currency: "USD");
/// </code>
/// </example>
public static class EmulatorAssertions
{
    /// <summary>
    /// Asserts that there are exactly this many charges with the given amount, currency and customer. A null argument
    /// matches any value.
    /// </summary>
    /// <exception cref="EmulatorAssertionException">There are more or fewer charges.</exception>
    public static void ShouldHaveCharged(
        this DodoEmulator emulator,
        int times = 1,
        int? amount = null,
        string? currency = null,
        string? customerId = null
    )
    {
        ArgumentNullException.ThrowIfNull(emulator);
        var charges = emulator.Charges;
        var found = charges.Count(charge =>
            (amount is null || charge.Amount == amount)
            && Fits(currency, charge.Currency)
            && Fits(customerId, charge.CustomerId)
        );
        Check(
            found == times,
            $"{times} x charge{Wanted(amount, currency, customerId)}",
            found,
            charges.Select(charge =>
                $"{charge.PaymentId}: {charge.Amount} {charge.Currency} from {charge.CustomerId} at "
                + $"{charge.CreatedAt:u}"
            )
        );
    }

    /// <summary>Asserts that nothing was charged.</summary>
    /// <exception cref="EmulatorAssertionException">There is a charge.</exception>
    public static void ShouldNotHaveCharged(this DodoEmulator emulator) => emulator.ShouldHaveCharged(times: 0);

    /// <summary>
    /// Asserts that there are exactly this many refunds with the given amount and currency. A null argument matches any
    /// value.
    /// </summary>
    /// <exception cref="EmulatorAssertionException">There are more or fewer refunds.</exception>
    public static void ShouldHaveRefunded(
        this DodoEmulator emulator,
        int times = 1,
        int? amount = null,
        string? currency = null
    )
    {
        ArgumentNullException.ThrowIfNull(emulator);
        var refunds = emulator.Refunds;
        var found = refunds.Count(refund =>
            (amount is null || refund.Amount == amount) && Fits(currency, refund.Currency)
        );
        Check(
            found == times,
            $"{times} x refund{Wanted(amount, currency, customerId: null)}",
            found,
            refunds.Select(refund =>
                $"{refund.RefundId}: {refund.Amount} {refund.Currency} of {refund.PaymentId} at {refund.CreatedAt:u}"
            )
        );
    }

    /// <summary>Asserts that a receiver has accepted exactly this many messages of a type.</summary>
    /// <exception cref="EmulatorAssertionException">There are more or fewer messages.</exception>
    public static void ShouldHaveDelivered(this DodoEmulator emulator, string type, int times = 1)
    {
        ArgumentNullException.ThrowIfNull(emulator);
        var deliveries = emulator.WebhookDeliveries;
        var found = deliveries.Count(delivery => delivery.IsDelivered && Fits(type, delivery.Type));
        Check(
            found == times,
            $"{times} x delivered {type}",
            found,
            deliveries.Select(delivery =>
                $"{delivery.Type} of {delivery.SubjectId}: "
                + $"{(delivery.IsDelivered ? "delivered" : "not delivered")} after {delivery.Attempts.Count} "
                + $"attempts{Told(delivery)}"
            )
        );
    }

    private static string Told(EmulatedWebhookDelivery delivery) =>
        delivery is { IsDelivered: false, Attempts: [.., var last] }
            ? $", the last: {(int?)last.Status} {last.Answer ?? last.Error}"
            : string.Empty;

    private static bool Fits(string? wanted, string actual) =>
        wanted is null || string.Equals(wanted, actual, StringComparison.Ordinal);

    private static string Wanted(int? amount, string? currency, string? customerId) =>
        string.Concat(
            amount is null ? null : $" of {amount.Value.ToString(CultureInfo.InvariantCulture)}",
            currency is null ? null : $" {currency}",
            customerId is null ? null : $" from {customerId}"
        );

    private static void Check(bool isMet, string expected, int found, IEnumerable<string> seen)
    {
        if (isMet)
            return;

        string[] lines = [.. seen.Select(line => $"  {line}").DefaultIfEmpty("  nothing")];
        throw new EmulatorAssertionException(
            $"Expected {expected}, found {found.ToString(CultureInfo.InvariantCulture)}. The emulator "
                + $"saw:{Environment.NewLine}{string.Join(Environment.NewLine, lines)}"
        );
    }
}
