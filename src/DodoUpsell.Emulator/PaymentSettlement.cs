using System.Globalization;
using System.Xml;

namespace DodoUpsell.Emulator;

/// <summary>Specifies when a charge of a saved payment method becomes <c>succeeded</c> or <c>failed</c>.</summary>
public sealed class PaymentSettlement
{
    private static readonly TimeSpan DefaultDelay = TimeSpan.FromSeconds(1);

    private PaymentSettlement(TimeSpan delay, int? processingReads)
    {
        Delay = delay;
        ProcessingReads = processingReads;
    }

    /// <summary>
    /// Gets the setting by which a charge is final before the response: <c>processing</c> is never seen.
    /// </summary>
    public static PaymentSettlement Immediate { get; } = new(TimeSpan.Zero, processingReads: null);

    /// <summary>Gets the time after the charge at which the clock settles it.</summary>
    public TimeSpan Delay { get; }

    /// <summary>
    /// Gets the number of reads that still return <c>processing</c>, or null if reads do not settle a charge.
    /// </summary>
    public int? ProcessingReads { get; }

    /// <summary>
    /// Returns a setting by which a charge is final once the clock has advanced by <paramref name="delay"/>, and not
    /// before.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is zero or negative.</exception>
    public static PaymentSettlement OnClock(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(delay, TimeSpan.Zero);
        return new PaymentSettlement(delay, processingReads: null);
    }

    /// <summary>
    /// Returns a setting by which the first <paramref name="processingReads"/> reads return <c>processing</c>, and the
    /// next one a final status.
    /// </summary>
    /// <remarks>
    /// A read is any response that shows the status: the payment, a list of payments, or the checkout session. One
    /// second of the clock settles the charge as well.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="processingReads"/> is negative.</exception>
    public static PaymentSettlement AfterReads(int processingReads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(processingReads);
        return new PaymentSettlement(DefaultDelay, processingReads);
    }

    /// <summary>
    /// Returns the value for the tool's option <c>--settlement</c>: <c>immediate</c>, <c>reads:1</c>,
    /// <c>clock:PT2S</c>.
    /// </summary>
    public override string ToString()
    {
        if (ProcessingReads is { } reads)
            return string.Create(CultureInfo.InvariantCulture, $"reads:{reads}");
        return Delay == TimeSpan.Zero ? "immediate" : $"clock:{XmlConvert.ToString(Delay)}";
    }
}
