using System.Text;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Control;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Entitlements;
using DodoUpsell.Emulator.Faults;
using DodoUpsell.Emulator.Pages;
using DodoUpsell.Emulator.Refunds;
using DodoUpsell.Emulator.Webhooks;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator;

/// <summary>A Dodo Payments API that lives in memory, with customers, cards and money of its own.</summary>
/// <remarks>
/// Thread-safe. All handlers and servers of one emulator share its state. The methods here do what
/// <c>/_emulator</c> does over HTTP; what they cannot read, they refuse with an <see cref="ArgumentException"/>.
/// </remarks>
/// <example>
/// <code>
/// var emulator = new DodoEmulator();
/// using var http = new HttpClient(emulator.CreateHandler()) { BaseAddress = DodoEmulator.InProcessAddress };
/// </code>
/// </example>
public sealed partial class DodoEmulator
{
    private readonly EmulatorState _state;
    private readonly FaultInjector _answers;
    private readonly ControlActions _control;
    private readonly BillingControl _billing;
    private readonly WebhookDispatcher _webhooks;
    private readonly WebhooksControl _webhooksControl;
    private readonly EntitlementsControl _entitlements;
    private readonly DisputesControl _disputes;

    /// <summary>Starts an emulator with the demo seed and default behaviour.</summary>
    public DodoEmulator()
        : this(new DodoEmulatorOptions()) { }

    /// <summary>Starts an emulator.</summary>
    public DodoEmulator(DodoEmulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _state = new EmulatorState(options);
        _control = new ControlActions(_state);
        _billing = new BillingControl(_state);
        _webhooks = new WebhookDispatcher(_state);
        _webhooksControl = new WebhooksControl(_state, _webhooks);
        _entitlements = new EntitlementsControl(_state);
        _disputes = new DisputesControl(_state);
        IResource[] control =
        [
            new ControlResource(_state),
            new FaultsControl(_state),
            _webhooksControl,
            _entitlements,
            _disputes,
            new StatePage(_control),
        ];
        _answers = new FaultInjector(_state, new EmulatorEngine(_state, control));
        AppClock = new Clock.AppClock(_state.Clock, TimeProvider.System);
    }

    /// <summary>A base address for clients of <see cref="CreateHandler"/>; any other works as well.</summary>
    public static Uri InProcessAddress { get; } = new("https://test.dodopayments.com/");

    /// <summary>Gets the emulator's time.</summary>
    public EmulatorClock Clock => _state.Clock;

    /// <summary>
    /// Gets the emulator's time for an app under test: give it to the app as its <see cref="TimeProvider"/>.
    /// </summary>
    /// <remarks>
    /// It shows the time of <see cref="Clock"/>, so that signatures, dates and deadlines of both agree however far the
    /// clock was advanced. A delay or a time limit of the app ends when the clock is advanced past it, and at the
    /// latest after the same span of real time: by <see cref="Clock"/> itself it would last for ever while nobody
    /// advances it.
    /// </remarks>
    public TimeProvider AppClock { get; }

    internal EmulatorState State => _state;

    /// <summary>Money taken so far, oldest first.</summary>
    public IReadOnlyList<EmulatedCharge> Charges
    {
        get
        {
            lock (_state.Gate)
            {
                return
                [
                    .. _state.Charges.Select(charge => new EmulatedCharge(
                        charge.PaymentId,
                        charge.CustomerId,
                        charge.Amount,
                        charge.Currency,
                        charge.CreatedAt,
                        (JsonObject)charge.Metadata.DeepClone()
                    )),
                ];
            }
        }
    }

    /// <summary>
    /// Money sent back so far, oldest first. What was refunded stays in <see cref="Charges"/> as well.
    /// </summary>
    public IReadOnlyList<EmulatedRefund> Refunds
    {
        get
        {
            lock (_state.Gate)
            {
                return
                [
                    .. _state
                        .Refunds.Where(refund => refund.Status is RefundStatus.Succeeded)
                        .Select(refund => new EmulatedRefund(
                            refund.Id,
                            refund.Payment.Id,
                            refund.Payment.Customer.Id,
                            refund.Amount,
                            refund.Payment.Cart.Currency,
                            refund.CreatedAt
                        )),
                ];
            }
        }
    }

    /// <summary>A handler that answers an <see cref="HttpClient"/> in this process, without sockets.</summary>
    public HttpMessageHandler CreateHandler() => new EmulatorHandler(_answers);

    /// <summary>Starts a server on 127.0.0.1. Port 0, the default, takes a free one.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public Task<DodoEmulatorServer> StartServerAsync(int port = 0, CancellationToken cancellationToken = default) =>
        DodoEmulatorServer.StartAsync(
            _state,
            _answers,
            () => new WebhookPump(_state, _webhooks),
            port,
            cancellationToken
        );

    /// <summary>Starts again: time, ids and objects. Default: with the seed of the options.</summary>
    public void Reset(EmulatorSeed? seed = null) => _control.Reset(seed ?? _state.Options.Seed);

    /// <summary>A copy of all state, as <c>GET /_emulator/state</c> shows it.</summary>
    public JsonObject GetState() => _control.State();

    /// <summary>Creates or replaces a product, given in the API's shape; what is left out gets a default.</summary>
    /// <returns>The product as the API shows it.</returns>
    public JsonObject PutProduct(string id, JsonObject? product = null) =>
        Checked(() => _control.PutProduct(id, Input(product)), nameof(product));

    /// <summary>Creates or replaces a customer, given in the API's shape; what is left out gets a default.</summary>
    /// <returns>The customer as the API shows it.</returns>
    public JsonObject PutCustomer(string id, JsonObject? customer = null) =>
        Checked(() => _control.PutCustomer(id, Input(customer)), nameof(customer));

    /// <summary>Creates or replaces an add-on, given in the API's shape; what is left out gets a default.</summary>
    /// <returns>The add-on as the API shows it.</returns>
    public JsonObject PutAddon(string id, JsonObject? addon = null) =>
        Checked(() => _billing.PutAddon(id, Input(addon)), nameof(addon));

    /// <summary>Creates or replaces a discount, given in the API's shape; what is left out gets a default.</summary>
    /// <remarks><c>times_used</c> and <c>customer_ids</c>, for codes of specific customers, may be given too.</remarks>
    /// <returns>The discount as the API shows it.</returns>
    public JsonObject PutDiscount(string id, JsonObject? discount = null) =>
        Checked(() => _billing.PutDiscount(id, Input(discount)), nameof(discount));

    /// <summary>
    /// Creates or replaces a subscription, given in the API's shape; what is left out gets a default.
    /// </summary>
    /// <remarks>Codes go into <c>discount_codes</c>. Nothing is charged before the next billing date.</remarks>
    /// <returns>The subscription as the API shows it.</returns>
    public JsonObject PutSubscription(string id, JsonObject? subscription = null) =>
        Checked(() => _billing.PutSubscription(id, Input(subscription)), nameof(subscription));

    /// <summary>Saves a card of <see cref="TestCards"/> for a customer. Default expiry: 06/32; never used.</summary>
    /// <returns>The id of the payment method.</returns>
    public string SaveCard(
        string customerId,
        string testCard,
        string expiryMonth = "06",
        string expiryYear = "32",
        DateTimeOffset? lastUsedAt = null
    )
    {
        var card = new JsonObject
        {
            ["test_card"] = testCard,
            ["expiry_month"] = expiryMonth,
            ["expiry_year"] = expiryYear,
            ["last_used_at"] = WireTime.Write(lastUsedAt),
        };
        var saved = Checked(() => _control.SavePaymentMethod(customerId, () => Input(card)), nameof(testCard));
        return saved["payment_method_id"]!.GetValue<string>();
    }

    // Through bytes, so that a tree built in C# is read by the very rules that hold on the wire.
    private static JsonInput Input(JsonObject? members) =>
        members is null ? JsonInput.Of([]) : JsonInput.Parse(Encoding.UTF8.GetBytes(members.ToJsonString()));

    private static JsonObject Checked(Func<JsonObject> action, string parameter)
    {
        try
        {
            return action();
        }
        catch (ApiException error)
        {
            throw new ArgumentException(error.Message, parameter, error);
        }
    }
}
