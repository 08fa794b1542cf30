using DodoUpsell.Emulator.Addons;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Events;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Seeding;
using DodoUpsell.Emulator.Subscriptions;
using DodoUpsell.Emulator.Subscriptions.Billing;

namespace DodoUpsell.Emulator.Engine;

/// <summary>Everything the emulator knows. Read and changed only while <see cref="Gate"/> is held.</summary>
internal sealed class World
{
    /// <summary>The one business whose API this is; its id is that of its primary brand too.</summary>
    public const string BusinessId = "bus_emulator";

    private int _generation;

    public World(DodoEmulatorOptions options)
    {
        Options = options;
        Ids = new IdSource(options.IdSeed);
        Clock = new EmulatorClock(options.StartTime, options.TimeSource);
        Events = new EventFeed(Clock);
        Seed(options.Seed);
    }

    public Lock Gate { get; } = new();

    public DodoEmulatorOptions Options { get; }

    public EmulatorClock Clock { get; }

    public IdSource Ids { get; }

    public EventFeed Events { get; }

    public Table<Customer> Customers { get; } = new("customer", customer => customer.Id);

    public Table<PaymentMethod> PaymentMethods { get; } = new("payment method", method => method.Id);

    public Table<Product> Products { get; } = new("product", product => product.Id);

    public Table<Addon> Addons { get; } = new("add-on", addon => addon.Id);

    public Table<Discount> Discounts { get; } = new("discount", discount => discount.Id);

    public Table<Subscription> Subscriptions { get; } = new("subscription", subscription => subscription.Id);

    /// <summary>Every movement of downgrade credit.</summary>
    public Table<CreditEntry> Credits { get; } = new("credit entry", entry => entry.Id);

    public Table<CheckoutSession> CheckoutSessions { get; } = new("checkout session", session => session.Id);

    public Table<Payment> Payments { get; } = new("payment", payment => payment.Id);

    public Table<Charge> Charges { get; } = new("charge", charge => charge.PaymentId);

    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>Runs work when the clock gets there. Work of a world that was reset in between is forgotten.</summary>
    public void Schedule(TimeSpan after, Action work)
    {
        int generation = _generation;
        Clock.Schedule(after, () =>
        {
            lock (Gate)
            {
                if (generation == _generation)
                    work();
            }
        });
    }

    public void Reset(EmulatorSeed seed)
    {
        _generation++;
        Clock.Reset();
        Ids.Reset();
        Customers.Clear();
        PaymentMethods.Clear();
        Products.Clear();
        Addons.Clear();
        Discounts.Clear();
        Subscriptions.Clear();
        Credits.Clear();
        Events.Clear();
        CheckoutSessions.Clear();
        Payments.Clear();
        Charges.Clear();
        Seed(seed);
    }

    private void Seed(EmulatorSeed seed)
    {
        if (seed == EmulatorSeed.Demo)
            DemoWorld.Fill(this);
    }
}
