using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator;

/// <content>Behaviour that can be changed at run time.</content>
public sealed partial class DodoEmulator
{
    /// <summary>
    /// Gets or sets how old a payment is when <c>GET /payments</c> begins to list it. A reset takes the options' value
    /// again.
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
    /// Gets or sets whether previews leave out what is due now. A reset takes the options' value again.
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
    /// Gets or sets the clock of <c>Date</c> and <c>webhook-timestamp</c>, for example <see cref="Clock"/>; null for
    /// real time from a server.
    /// </summary>
    /// <remarks>A reset keeps it.</remarks>
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
    /// Sends back a payment or a part of it, as the seller can do in the dashboard. It succeeds at once.
    /// </summary>
    /// <param name="paymentId">A payment that succeeded.</param>
    /// <param name="amount">How much, tax included, in minor units; null for all that is left.</param>
    /// <returns>The refund as the API shows it.</returns>
    /// <exception cref="ArgumentException">There is no such payment, or it cannot be refunded by so much.</exception>
    public JsonObject Refund(string paymentId, int? amount = null) =>
        Checked(() => _control.Refund(paymentId, amount), nameof(paymentId));
}
