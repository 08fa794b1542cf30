using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator;

/// <content>Behaviour that can be changed at run time.</content>
public sealed partial class DodoEmulator
{
    /// <summary>
    /// Gets or sets the age at which a payment appears in <c>GET /payments</c>. A reset restores the value of the
    /// options.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan ListingLag
    {
        get
        {
            lock (_state.Gate)
                return _state.ListingLag;
        }
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            lock (_state.Gate)
                _state.ListingLag = value;
        }
    }

    /// <summary>
    /// Gets or sets whether previews omit the amount that is due now. A reset restores the value of the options.
    /// </summary>
    public bool OmitPreviewTotals
    {
        get
        {
            lock (_state.Gate)
                return _state.OmitPreviewTotals;
        }
        set
        {
            lock (_state.Gate)
                _state.OmitPreviewTotals = value;
        }
    }

    /// <summary>
    /// Gets or sets the clock of the <c>Date</c> header and of <c>webhook-timestamp</c>, for example
    /// <see cref="Clock"/>, or null for the default: real time while a server runs.
    /// </summary>
    /// <remarks>A reset does not change it.</remarks>
    public TimeProvider? DateHeaderClock
    {
        get
        {
            lock (_state.Gate)
                return _state.DateHeaderClock;
        }
        set
        {
            lock (_state.Gate)
                _state.DateHeaderClock = value;
        }
    }

    /// <summary>
    /// Refunds a payment or a part of it, as a seller can in the dashboard. The refund succeeds at once.
    /// </summary>
    /// <param name="paymentId">The id of a payment that succeeded.</param>
    /// <param name="amount">
    /// The amount to refund, including tax, in minor units; null to refund everything that is left.
    /// </param>
    /// <returns>The refund in the API's format.</returns>
    /// <exception cref="ArgumentException">
    /// The payment does not exist, or the amount exceeds what can be refunded.
    /// </exception>
    public JsonObject Refund(string paymentId, int? amount = null) =>
        Checked(() => _control.Refund(paymentId, amount), nameof(paymentId));
}
