using System.Globalization;
using System.Xml;

namespace DodoUpsell.Emulator;

/// <summary>When a charge of a saved method becomes <c>succeeded</c> or <c>failed</c>.</summary>
public sealed class PaymentSettlement
{
    private static readonly TimeSpan DefaultDelay = TimeSpan.FromSeconds(1);

    private PaymentSettlement(TimeSpan delay, int? processingReads)
    {
        Delay = delay;
        ProcessingReads = processingReads;
    }

    /// <summary>Final before the charging call answers: no one ever sees <c>processing</c>.</summary>
    public static PaymentSettlement Immediate { get; } = new(TimeSpan.Zero, processingReads: null);

    /// <summary>Gets how long after the charge the clock settles it.</summary>
    public TimeSpan Delay { get; }

    /// <summary>Gets how many reads still see <c>processing</c>; null when reads do not settle.</summary>
    public int? ProcessingReads { get; }

    /// <summary>Final once the clock has moved on by <paramref name="delay"/>, and not before.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is zero or negative.</exception>
    public static PaymentSettlement OnClock(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(delay, TimeSpan.Zero);
        return new PaymentSettlement(delay, processingReads: null);
    }

    /// <summary>
    /// The first <paramref name="processingReads"/> reads see <c>processing</c>, the next a final status.
    /// </summary>
    /// <remarks>
    /// A read is any answer that shows the status: the payment, a list of payments, or the checkout session.
    /// One second of the clock settles it as well, for callers who can move the clock.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="processingReads"/> is negative.</exception>
    public static PaymentSettlement AfterReads(int processingReads)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(processingReads);
        return new PaymentSettlement(DefaultDelay, processingReads);
    }

    /// <summary>
    /// As the tool's option <c>--settlement</c> takes it: <c>immediate</c>, <c>reads:1</c>, <c>clock:PT2S</c>.
    /// </summary>
    public override string ToString()
    {
        if (ProcessingReads is { } reads)
            return string.Create(CultureInfo.InvariantCulture, $"reads:{reads}");
        return Delay == TimeSpan.Zero ? "immediate" : $"clock:{XmlConvert.ToString(Delay)}";
    }
}
