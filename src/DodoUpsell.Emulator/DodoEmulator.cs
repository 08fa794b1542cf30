using System.Text;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Control;
using DodoUpsell.Emulator.DevConsole;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Entitlements;
using DodoUpsell.Emulator.Faults;
using DodoUpsell.Emulator.Refunds;
using DodoUpsell.Emulator.Webhooks;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator;

/// <summary>An in-memory Dodo Payments API with its own customers, cards and charges.</summary>
/// <remarks>
/// Thread-safe. All handlers and servers of one emulator share its state. The methods do the same as <c>/_emulator</c>
/// does over HTTP, and throw an <see cref="ArgumentException"/> for input that they cannot read.
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

    /// <summary>Creates an emulator with the demo seed and the default options.</summary>
    public DodoEmulator()
        : this(new DodoEmulatorOptions()) { }

    /// <summary>Creates an emulator.</summary>
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
            new ConsoleResource(_state, new ConsoleActions(_state, _control, _disputes, _webhooksControl)),
        ];
        _answers = new FaultInjector(_state, new EmulatorEngine(_state, control));
        AppClock = new Clock.AppClock(_state.Clock, TimeProvider.System);
    }

    /// <summary>
    /// Gets a base address for clients of <see cref="CreateHandler"/>. Any other base address works as well.
    /// </summary>
    public static Uri InProcessAddress { get; } = new("https://test.dodopayments.com/");

    /// <summary>Gets the emulator's clock.</summary>
    public EmulatorClock Clock => _state.Clock;

    /// <summary>
    /// Gets the emulator's time for an app under test. Pass it to the app as its <see cref="TimeProvider"/>.
    /// </summary>
    /// <remarks>
    /// It shows the time of <see cref="Clock"/>, so signatures, dates and deadlines of the app and of the emulator
    /// agree, however far the clock is advanced. A delay or a time limit of the app ends when the clock is advanced
    /// past it, and at the latest after the same span of real time. With <see cref="Clock"/> itself, it would never end
    /// unless the clock is advanced.
    /// </remarks>
    public TimeProvider AppClock { get; }

    internal EmulatorState State => _state;

    /// <summary>Gets the charges so far, oldest first.</summary>
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

    /// <summary>Gets the refunds so far, oldest first. Refunded charges stay in <see cref="Charges"/>.</summary>
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

    /// <summary>
    /// Creates a handler that answers requests of an <see cref="HttpClient"/> in this process, without sockets.
    /// </summary>
    public HttpMessageHandler CreateHandler() => new EmulatorHandler(_answers);

    /// <summary>Starts a server on 127.0.0.1. Port 0, the default, selects a free port.</summary>
    /// <exception cref="IOException">The port is in use.</exception>
    public Task<DodoEmulatorServer> StartServerAsync(int port = 0, CancellationToken cancellationToken = default) =>
        DodoEmulatorServer.StartAsync(
            _state,
            _answers,
            () => new WebhookPump(_state, _webhooks),
            port,
            cancellationToken
        );

    /// <summary>Resets time, ids and objects. The default is the seed of the options.</summary>
    public void Reset(EmulatorSeed? seed = null) => _control.Reset(seed ?? _state.Options.Seed);

    /// <summary>Returns a copy of the complete state, as <c>GET /_emulator/state</c> shows it.</summary>
    public JsonObject GetState() => _control.State();

    /// <summary>
    /// Creates or replaces a product, given in the API's format. Members that are left out get a default.
    /// </summary>
    /// <returns>The product in the API's format.</returns>
    public JsonObject PutProduct(string id, JsonObject? product = null) =>
        Checked(() => _control.PutProduct(id, Input(product)), nameof(product));

    /// <summary>
    /// Creates or replaces a customer, given in the API's format. Members that are left out get a default.
    /// </summary>
    /// <returns>The customer in the API's format.</returns>
    public JsonObject PutCustomer(string id, JsonObject? customer = null) =>
        Checked(() => _control.PutCustomer(id, Input(customer)), nameof(customer));

    /// <summary>
    /// Creates or replaces an add-on, given in the API's format. Members that are left out get a default.
    /// </summary>
    /// <returns>The add-on in the API's format.</returns>
    public JsonObject PutAddon(string id, JsonObject? addon = null) =>
        Checked(() => _billing.PutAddon(id, Input(addon)), nameof(addon));

    /// <summary>
    /// Creates or replaces a discount, given in the API's format. Members that are left out get a default.
    /// </summary>
    /// <remarks>
    /// <c>times_used</c> and <c>customer_ids</c> (for codes of specific customers) are accepted as well.
    /// </remarks>
    /// <returns>The discount in the API's format.</returns>
    public JsonObject PutDiscount(string id, JsonObject? discount = null) =>
        Checked(() => _billing.PutDiscount(id, Input(discount)), nameof(discount));

    /// <summary>
    /// Creates or replaces a subscription, given in the API's format. Members that are left out get a default.
    /// </summary>
    /// <remarks>
    /// Discount codes go into <c>discount_codes</c>. Nothing is charged before the next billing date.
    /// </remarks>
    /// <returns>The subscription in the API's format.</returns>
    public JsonObject PutSubscription(string id, JsonObject? subscription = null) =>
        Checked(() => _billing.PutSubscription(id, Input(subscription)), nameof(subscription));

    /// <summary>
    /// Saves a card of <see cref="TestCards"/> for a customer. The default expiry is 06/32; by default the card was
    /// never used.
    /// </summary>
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

    // Converted to bytes, so that a tree built in C# is read by the same rules as a request body.
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
