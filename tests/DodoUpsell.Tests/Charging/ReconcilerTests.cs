using DodoUpsell.Tests.Support;
using NSubstitute;

namespace DodoUpsell.Tests.Charging;

/// <summary>
/// How the reconciler goes through the charges that are due, when reading is slow, fails, or shows what nobody can
/// settle.
/// </summary>
public sealed class ReconcilerTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _clock = new(Now);
    private readonly InMemoryChargeLedger _ledger = new();
    private readonly IPaymentsClient _payments = Substitute.For<IPaymentsClient>();
    private readonly List<string> _read = [];

    [Fact]
    public async Task However_slow_reading_is_two_nodes_never_look_at_one_charge_at_once()
    {
        await DueAsync("pay_1", "pay_2", "pay_3", "pay_4", "pay_5");
        var (first, second) = (Node(), Node());
        Reads(async paymentId =>
        {
            _clock.Advance(TimeSpan.FromMinutes(2));
            if (paymentId == "pay_3")
                await second.RunAsync(TestContext.Current.CancellationToken);
            return Paid(paymentId);
        });

        var report = await first.RunAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new ReconcileReport(Looked: 3, Settled: 3, Failed: 0), report);
        Assert.Equal(["pay_1", "pay_2", "pay_3", "pay_4", "pay_5"], _read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_run_looks_at_each_charge_once_and_ends_however_long_an_outage_lasts()
    {
        await DueAsync("pay_1", "pay_2", "pay_3");
        Reads(_ =>
        {
            _clock.Advance(TimeSpan.FromMinutes(4));
            throw new HttpRequestException("The network is down.");
        });

        Assert.Equal(
            new ReconcileReport(Looked: 3, Settled: 0, Failed: 3),
            await Node().RunAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal(["pay_1", "pay_2", "pay_3"], _read);
    }

    [Fact]
    public async Task A_charge_that_cannot_be_read_for_whatever_reason_does_not_keep_the_others_waiting()
    {
        await DueAsync("pay_poison", "pay_2");
        Reads(paymentId =>
            paymentId == "pay_poison" ? throw new NotSupportedException() : Task.FromResult(Paid(paymentId))
        );

        Assert.Equal(
            new ReconcileReport(Looked: 2, Settled: 1, Failed: 1),
            await Node().RunAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_payment_of_which_only_a_part_was_captured_is_told_once_and_stays_open()
    {
        await DueAsync("pay_1");
        Reads(paymentId => Task.FromResult(Paid(paymentId) with { Status = PaymentStatus.PartiallyCaptured }));
        using var log = new LogLines();
        var node = Node(log);

        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(1, (await node.RunAsync(TestContext.Current.CancellationToken)).Looked);
            _clock.Advance(TimeSpan.FromHours(2));
        }

        Assert.StartsWith(
            "Error: Payment pay_1 of charge key of pay_1 was captured in part only",
            Assert.Single(log.Lines, line => line.Id == 1208).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ChargeState.Waiting,
            (
                await _ledger.FindAsync(DodoEnvironment.Test, "key of pay_1", TestContext.Current.CancellationToken)
            )!.State
        );
    }

    private ChargeReconciler Node(LogLines? log = null)
    {
        var dodo = Substitute.For<IDodoClient>();
        dodo.Environment.Returns(DodoEnvironment.Test);
        dodo.Clock.Returns(new ClockStatus { MaxDifference = TimeSpan.FromSeconds(10) });
        dodo.Payments.Returns(_payments);
        return new ChargeReconciler(dodo, _ledger, timeProvider: _clock, loggerFactory: log);
    }

    private void Reads(Func<string, Task<Payment>> read) =>
        _payments
            .GetAsync(default!, default)
            .ReturnsForAnyArgs(call =>
            {
                _read.Add(call.Arg<string>());
                return read(call.Arg<string>());
            });

    private async Task DueAsync(params string[] paymentIds)
    {
        foreach (var id in paymentIds)
        {
            await _ledger.ClaimAsync(
                new ChargeRecord
                {
                    Environment = DodoEnvironment.Test,
                    Key = $"key of {id}",
                    Fingerprint = "f",
                    Flow = "upsell",
                    CustomerId = "cus_1",
                    State = ChargeState.Waiting,
                    PaymentId = id,
                    ClaimedAt = Now.AddHours(-1),
                    NextCheckAt = Now,
                    Attempts =
                    [
                        new ChargeAttempt
                        {
                            Id = "first",
                            StartedAt = Now.AddHours(-1),
                            PaymentMethodId = "pm_1",
                            PaymentId = id,
                        },
                    ],
                },
                TestContext.Current.CancellationToken
            );
        }
    }

    private static Payment Paid(string id) =>
        new()
        {
            PaymentId = id,
            Status = PaymentStatus.Succeeded,
            TotalAmount = 1900,
            Currency = Currency.USD,
        };
}
