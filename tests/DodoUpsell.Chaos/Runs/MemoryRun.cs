using System.Text.Json.Nodes;
using DodoUpsell.Emulator;
using DodoUpsell.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace DodoUpsell.Chaos;

/// <summary>
/// One run in this process, on one thread. It has its own emulator and store. Nodes die by never continuing.
/// </summary>
internal sealed class MemoryRun : IDisposable
{
    private readonly Scenario _scenario;
    private readonly Random _random;
    private readonly DodoEmulator _emulator;
    private readonly Postman _postman;
    private readonly Stage _stage;
    private readonly Network _network;
    private readonly InMemoryChargeLedger _ledger = new();
    private readonly InMemoryWebhookInboxStore _inbox = new();
    private readonly InMemoryOfferStore _offers = new();
    private readonly SentChanges _sent = new();
    private readonly List<SeenOutcome> _outcomes = [];
    private readonly List<Told> _told = [];
    private readonly List<OfferMove> _moves = [];
    private readonly List<(string Key, DateTimeOffset At)> _givenUp = [];
    private readonly HashSet<string> _refunded = new(StringComparer.Ordinal);
    private readonly HttpClient _browser;
    private readonly Customer _customer;
    private readonly App _app;
    private readonly List<Node> _all = [];
    private readonly Node?[] _nodes;
    private readonly Node?[] _aloneNodes;
    private IReadOnlyList<Click> _clicks = [];
    private DateTimeOffset _start;
    private bool _isCalm = true;
    private int _chargesBefore;
    private int _chargesSeen;
    private int _presses;
    private int _pausesPassed;

    public MemoryRun(Scenario scenario)
    {
        _scenario = scenario;
        _random = new Random(scenario.Seed);
        _postman = new Postman(scenario.Conditions.WebhookLoss, scenario.Seed);
        _emulator = new DodoEmulator(scenario.Conditions.ToOptions(scenario.Number + 1, _postman));
        _emulator.DateHeaderClock = _emulator.Clock;
        _stage = new Stage(_emulator.Clock, scenario.Seed) { Moved = RefundNew };
        _network = new Network(_emulator, _stage, scenario.Conditions, _random, RefundNew) { IsCalm = true };
        _browser = new HttpClient(_emulator.CreateHandler());
        _customer = new Customer(_browser, scenario);
        _nodes = new Node?[scenario.Deaths.Count];
        _aloneNodes = new Node?[scenario.Deaths.Count];
        Trace = new Trace(() => _emulator.Clock.GetUtcNow());
        _app = new App(scenario.Seed, scenario.Conditions.HandlerFailures, deaths: 1, _told.Add, Trace.NameOf);
    }

    public Trace Trace { get; }

    public Ending Run()
    {
        Open();
        Play();
        return End();
    }

    public void Dispose()
    {
        foreach (var node in _all.Where(node => !node.IsDead))
            node.Dispose();
        _browser.Dispose();
        _postman.Dispose();
    }

    // Earlier payments are final and listed when the customer arrives.
    private void Open()
    {
        _scenario.Prepare(_emulator);
        if (_scenario.HasLiveTwin)
        {
            using var live = NewNode(0, death: null, isAlone: true, DodoEnvironment.Live);
            _stage.Alone(
                async () =>
                {
                    foreach (var click in await _scenario.OpenAsync(live).ConfigureAwait(false))
                        await click.PressAsync(live).ConfigureAwait(false);
                },
                live.Life
            );
        }

        _emulator.Clock.Advance(TimeSpan.FromHours(4));
        _chargesBefore = _chargesSeen = _emulator.Charges.Count;
        using var shop = NewNode(0, death: null, isAlone: true);
        _stage.Alone(async () => _clicks = await _scenario.OpenAsync(shop).ConfigureAwait(false), shop.Life);
        for (var i = 0; i < _clicks.Count; i++)
        {
            Trace.Rename(_clicks[i].Key, $"key-{_scenario.Number}-{i + 1}");
            if (_clicks[i] is Click.Accept { OfferId: var offerId })
                Trace.Rename(offerId, $"offer-{_scenario.Number}");
        }

        Faults.AddTo(_emulator, _scenario.Conditions.FaultRate, _scenario.Seed);
        _isCalm = _network.IsCalm = false;
        _start = _stage.Now;
        Trace.Begin();
    }

    // The script. Actions that take longer than the time to the next line continue in parallel.
    private void Play()
    {
        Press(_scenario.Hesitates ? 0 : _scenario.Clicks);
        At(minutes: 2, Deliver, Tell);
        At(minutes: 3, Visit);
        At(minutes: 4, Deliver, Tell, Reconcile);
        At(
            minutes: 9,
            () =>
                Press(
                    _all.Exists(node => node.IsDead) || _scenario.Visit == PageVisit.PaysAndClicksAgain
                        ? _scenario.Hesitates
                            ? 0
                            : _scenario.Clicks
                        : 0
                )
        );
        At(minutes: 16, Reconcile);
        At(minutes: 31, Deliver, Reconcile);
        At(minutes: 46, Reconcile, Tell, () => _scenario.Meanwhile(_emulator));

        // If payments are listed later than the API guarantees, there are no clicks between the release of a lost
        // charge and its listing, because no code could detect it.
        var isInTime = _scenario.Conditions.IsListedInTime;
        At(
            minutes: 57,
            () =>
                Press(
                    _scenario.Hesitates ? _scenario.Clicks
                    : _scenario.LooksAgain ? 1
                    : 0
                )
        );
        At(minutes: 66, Reconcile);
        At(minutes: 70, () => Press(_scenario.ReturnsAfterHour && isInTime ? Math.Min(_scenario.Clicks, 4) : 0));
        At(minutes: 73, Visit);
        At(minutes: 76, Deliver, Tell, Reconcile);
        At(minutes: 80, () => Press(_scenario.LooksAgain && isInTime ? 1 : 0));
        At(minutes: 85, Reconcile);
        At(minutes: 100, () => Press(_scenario.LooksAgain || !isInTime ? 1 : 0));
        At(minutes: 130, Reconcile);
        At(minutes: 4 * 60, Deliver, Reconcile);
        At(minutes: 12 * 60, Reconcile, Tell);
        if (_scenario.Visit == PageVisit.PaysInLastMinute)
            VisitInLastMinute();
        At(minutes: (24 * 60) + 20, Reconcile);
        At(minutes: (24 * 60) + 25, () => Press(_scenario.ReturnsNextDay ? Math.Min(_scenario.Clicks, 3) : 0));
        At(minutes: (24 * 60) + 50, Deliver, Reconcile, Tell);
        At(minutes: 25 * 60, () => Press(_scenario.ReturnsNextDay ? Math.Min(_scenario.Clicks, 3) : 0));
        At(minutes: (25 * 60) + 3, Visit);
        At(minutes: (25 * 60) + 10, Deliver, Reconcile, Tell);
        At(minutes: 26 * 60, () => Press(_scenario.ReturnsNextDay ? 1 : 0));
        At(minutes: 27 * 60, Calm);
        foreach (var hour in new[] { 27, 28, 29, 30, 49, 51, 53, 56, 80, 81, 82 })
            At(minutes: (hour * 60) + 5, Deliver, Reconcile, Tell);
        for (var i = 0; i < 6; i++)
            At(minutes: (83 * 60) + i, Tell);
    }

    private void At(int minutes, params Action[] actions)
    {
        _stage.PlayUntil(_start + TimeSpan.FromMinutes(minutes));
        foreach (var action in actions)
            action();
    }

    // The faults and suspensions end, and the processes restart with the right time.
    private void Calm()
    {
        _emulator.ClearFaults();
        _emulator.OmitPreviewTotals = false;
        _isCalm = _network.IsCalm = true;
        foreach (var nodes in new[] { _nodes, _aloneNodes })
            Array.Clear(nodes);
    }

    private void Press(int times)
    {
        foreach (var click in _clicks)
        {
            for (var i = 0; i < times; i++)
            {
                var node = Alive(_nodes, i % _nodes.Length, isAlone: false);
                _presses++;
                _stage.Begin(async () =>
                {
                    var outcome = await click.PressAsync(node).ConfigureAwait(false);
                    Trace.Add("seen", $"{outcome.Key} {outcome.Case} {outcome.GrantedPayment}");
                    _outcomes.Add(outcome);
                });
            }
        }
    }

    private void Reconcile()
    {
        for (var i = 0; i < _nodes.Length; i++)
        {
            var node = Alive(_nodes, i, isAlone: false);
            _stage.Begin(() => UnlessUnreachable(node.ReconcileAsync));
        }
    }

    private void Deliver()
    {
        RefundNew();
        var node = Alive(_aloneNodes, _random.Next(_aloneNodes.Length), isAlone: true);
        _stage.Alone(
            async () =>
            {
                await _emulator.DeliverWebhooksAsync().ConfigureAwait(false);
                await UnlessUnreachable(() => _postman.DeliverAsync(node.Inbox)).ConfigureAwait(false);
            },
            node.Life
        );
    }

    private void Tell()
    {
        var node = Alive(_aloneNodes, _random.Next(_aloneNodes.Length), isAlone: true);
        _stage.Alone(node.TellAsync, node.Life);
    }

    private void Visit()
    {
        if (_scenario.Visit == PageVisit.PaysInLastMinute)
            return;
        foreach (var outcome in _outcomes.ToList())
            _stage.Alone(() => _customer.FollowAsync(outcome), new Life(steps: null));
    }

    private void VisitInLastMinute()
    {
        var pages = _outcomes.Select(outcome => outcome.Page).ToHashSet();
        var ends = _emulator.GetState()["checkout_sessions"]!
            .AsArray()
            .Where(session => session!["checkout_url"] is { } url && pages.Contains(url.GetValue<string>()))
            .Select(session =>
                DateTimeOffset.Parse(
                    session!["expires_at"]!.GetValue<string>(),
                    System.Globalization.CultureInfo.InvariantCulture
                )
            )
            .Where(end => end > _stage.Now + TimeSpan.FromMinutes(1))
            .ToList();
        if (ends.Count == 0)
            return;
        _stage.PlayUntil(ends.Min() - TimeSpan.FromSeconds(_random.Next(1, 60)));
        foreach (var outcome in _outcomes.ToList())
            _stage.Alone(() => _customer.FollowAsync(outcome), new Life(steps: null));
        Trace.Add("buyer", "pays in the last minute");
    }

    private static async Task UnlessUnreachable(Func<Task> work)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (DodoException)
        {
            // The action is repeated at the next line of the script.
        }
    }

    private void RefundNew()
    {
        if (_scenario.Refund == RefundBeforeLook.Nothing)
            return;
        var charges = _emulator.Charges;
        for (; _chargesSeen < charges.Count; _chargesSeen++)
        {
            var charge = charges[_chargesSeen];
            if (charge.CustomerId != _scenario.CustomerId)
                continue;
            var isWhole = _scenario.Refund == RefundBeforeLook.All;
            _emulator.Refund(charge.PaymentId, isWhole ? null : charge.Amount / 2);
            if (isWhole)
                _refunded.Add(charge.PaymentId);
            Trace.Add("seller", $"refunds {charge.PaymentId}, {_scenario.Refund}");
        }
    }

    private Node Alive(Node?[] nodes, int index, bool isAlone)
    {
        if (nodes[index] is { IsDead: false } alive)
            return alive;
        var isFirst = nodes[index] is null;
        if (!isFirst)
            Trace.Add(Name(index, isAlone), "starts again");
        var mayDie = !_isCalm && (isFirst || _random.Next(3) == 0);
        var node = NewNode(
            index,
            mayDie
                ? isAlone
                    ? DrawDeath()
                    : _scenario.Deaths[index]
                : null,
            isAlone
        );
        _all.Add(node);
        return nodes[index] = node;
    }

    private int? DrawDeath() => _random.Next(3) == 0 ? _random.Next(1, 40) : null;

    private Node NewNode(int index, int? death, bool isAlone, DodoEnvironment environment = DodoEnvironment.Test)
    {
        var name = Name(index, isAlone);
        var life = new Life(death)
        {
            Turn = isAlone ? _stage.StepAlone : _stage.PassAsync,
            Pause = isAlone ? null : PauseAsync,
        };
        return new Node(
            new NodeParts
            {
                Address = DodoEmulator.InProcessAddress,
                Connect = () => _sent.Over(_network.Connect(isAlone)),
                Clock = new NodeClock(
                    _stage,
                    HasRightTime(index) ? TimeSpan.Zero : _scenario.ClockOffsets[index],
                    _random,
                    isAlone
                ),
                Life = life,
                App = _app,
                Environment = environment,
                RetriesBlindly = _scenario.Conditions.RetriesBlindly,
                Trace = what => Trace.Add(name, what),
                Settled = record =>
                {
                    if (record.State == ChargeState.NotCharged)
                        _givenUp.Add((record.Key.Value, _stage.Now));
                },
                AddStore = builder =>
                {
                    builder.Services.AddSingleton<IChargeLedger>(_ledger);
                    builder.Services.AddSingleton<IWebhookInboxStore>(new MortalInboxStore(_inbox, life));
                    builder.Services.AddSingleton<IOfferStore>(_offers);
                },
                Moved = move => _moves.Add(move with { At = _stage.Now }),
            }
        );
    }

    private Task PauseAsync()
    {
        if (_isCalm)
            return Task.CompletedTask;
        if (++_pausesPassed == _scenario.Conditions.LongSleepAt)
            return _stage.DelayAsync(TimeSpan.FromMinutes(_random.Next(60, 125)));
        return _random.NextDouble() < _scenario.Conditions.Pauses
            ? _stage.DelayAsync(_random.NextDouble() * TimeSpan.FromMinutes(_random.Next(2) == 0 ? 6 : 120))
            : Task.CompletedTask;
    }

    // A clock with a large offset is corrected at the end. Until then, such a process releases no charges.
    private bool HasRightTime(int index) =>
        _isCalm && _scenario.ClockOffsets[index].Duration() > TimeSpan.FromMinutes(5);

    private static string Name(int index, bool isAlone) => $"{(isAlone ? "work" : "node")}{index}";

    private Ending End()
    {
        var records = new Dictionary<string, ChargeRecord>(StringComparer.Ordinal);
        foreach (var key in _clicks.Select(click => click.Key).Distinct(StringComparer.Ordinal))
        {
            if (_ledger.FindAsync(DodoEnvironment.Test, new ChargeKey(key)).GetAwaiter().GetResult() is { } record)
                records.Add(key, record);
        }

        return new Ending
        {
            Clicks = _clicks,
            Charges =
            [
                .. _emulator.Charges.Skip(_chargesBefore).Where(charge => charge.CustomerId == _scenario.CustomerId),
            ],
            PaidOnPages = () => PaidOnPages(_emulator),
            Refunded = _refunded,
            Records = records,
            Outcomes = _outcomes,
            Told = _told,
            SentChanges = _sent.ByKey,
            Subscription = _scenario is PurchaseScenario ? null : SubscriptionOf(_emulator, _scenario.CustomerId),
            GivenUp = _scenario.Conditions.IsListedInTime ? _givenUp : [],
            CreatedAt = CreatedAt,
            Offer = _clicks[0] is Click.Accept offer ? OfferEndOf(offer.OfferId) : null,
            Presses = _presses,
            Kills = _all.Count(node => node.IsDead),
        };
    }

    private OfferEnd OfferEndOf(string offerId)
    {
        using var node = NewNode(0, death: null, isAlone: true);
        var receipts = new ConsentReceipts(node.Get<IDodoClient>(), _ledger, _offers, timeProvider: _emulator.Clock);
        var report = receipts.VerifyAsync().GetAwaiter().GetResult();
        return OfferEnd
            .ReadAsync(_offers, offerId, [.. _moves.Where(move => move.OfferId == offerId)], report)
            .GetAwaiter()
            .GetResult();
    }

    private DateTimeOffset CreatedAt(string paymentId) =>
        _emulator.GetState()["payments"]!
            .AsArray()
            .Where(payment => payment!["payment_id"]!.GetValue<string>() == paymentId)
            .Select(payment =>
                DateTimeOffset.Parse(
                    payment!["created_at"]!.GetValue<string>(),
                    System.Globalization.CultureInfo.InvariantCulture
                )
            )
            .Single();

    public static IReadOnlySet<string> PaidOnPages(DodoEmulator emulator) =>
        emulator.GetState()["checkout_sessions"]!
            .AsArray()
            .Where(session => session!["checkout_url"] is not null && session["payment_id"] is not null)
            .Select(session => session!["payment_id"]!.GetValue<string>())
            .ToHashSet(StringComparer.Ordinal);

    public static JsonObject? SubscriptionOf(DodoEmulator emulator, string customerId) =>
        emulator.GetState()["subscriptions"]!
            .AsArray()
            .FirstOrDefault(subscription => subscription!["customer"]!["customer_id"]!.GetValue<string>() == customerId)
            ?.AsObject();
}
