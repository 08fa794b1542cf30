using DodoUpsell.Emulator;
using DodoUpsell.StoreTests.Support;

namespace DodoUpsell.StoreTests.Flows;

/// <summary>The suite for PostgreSQL.</summary>
public sealed class TwoNodesTests(PostgresDatabases databases, ITestOutputHelper output)
    : TwoNodesSuite(databases.DocumentedAsync, output);

/// <summary>The suite for SQLite.</summary>
public sealed class SqliteTwoNodesTests(SqliteDatabases databases, ITestOutputHelper output)
    : TwoNodesSuite(databases.DocumentedAsync, output);

/// <summary>
/// Tests two servers of an app that share one database: one key is charged once, one quote is applied once, and one
/// contract is refunded once.
/// </summary>
public abstract class TwoNodesSuite(Func<Task<string>> database, ITestOutputHelper output)
{
    private readonly DodoEmulator _emulator = new(new DodoEmulatorOptions { TimeSource = TimeProvider.System });
    private readonly string _account = Guid.NewGuid().ToString("N");

    [Fact]
    public async Task Confirmations_of_one_quote_at_once_are_one_change_and_one_charge()
    {
        await using var first = new Node(await database());
        await using var second = new Node(await database());
        PlanChangeFlow[] nodes = [new(NewClient(), first.Ledger(_account)), new(NewClient(), second.Ledger(_account))];
        var quote = await nodes[0].PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan);

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Task.Run(() => nodes[i % 2].ConfirmAsync(quote)))
        );
        var again = await nodes[1].ConfirmAsync(quote);

        output.WriteLine(
            $"20 of 20 confirmations answered: "
                + $"{string.Join(", ", outcomes.CountBy(outcome => outcome.ToString()).Select(pair => $"{pair.Value} {pair.Key}"))}"
        );
        Assert.Equal(5000, Assert.Single(_emulator.Charges).Amount);
        Assert.Contains(outcomes, outcome => outcome is PlanChangeOutcome.Changed);
        Assert.Equal(5000, Assert.IsType<PlanChangeOutcome.Changed>(again).Charged.MinorUnits);
        Assert.Equal(
            DemoSeed.ProPlan,
            (await NewClient().Subscriptions.GetAsync(DemoSeed.BasicSubscription)).ProductId
        );
    }

    [Fact]
    public async Task Two_quotes_of_one_subscription_at_once_never_make_two_changes()
    {
        await using var first = new Node(await database());
        await using var second = new Node(await database());
        PlanChangeFlow[] nodes = [new(NewClient(), first.Ledger(_account)), new(NewClient(), second.Ledger(_account))];
        var quotes = await Task.WhenAll(
            nodes.Select(node => node.PreviewAsync(DemoSeed.BasicSubscription, DemoSeed.ProPlan))
        );

        var outcomes = await Task.WhenAll(nodes.Zip(quotes, (node, quote) => Task.Run(() => node.ConfirmAsync(quote))));

        Assert.Single(_emulator.Charges);
        Assert.Single(outcomes, outcome => outcome is PlanChangeOutcome.Changed);
    }

    [Fact]
    public async Task Clicks_on_both_at_once_are_one_charge_and_the_other_node_knows_its_outcome()
    {
        await using var first = new Node(await database());
        await using var second = new Node(await database());
        UpsellFlow[] nodes = [new(NewClient(), first.Ledger(_account)), new(NewClient(), second.Ledger(_account))];
        var request = new UpsellRequest
        {
            Key = "order-1",
            CustomerId = DemoSeed.CustomerWithCards,
            Items = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }],
        };

        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => Task.Run(() => nodes[i % 2].ChargeAsync(request)))
        );

        var paid = outcomes.OfType<ChargeOutcome.Succeeded>().Select(outcome => outcome.PaymentId).Distinct().Single();
        Assert.Equal(paid, Assert.Single(_emulator.Charges).PaymentId);
        foreach (var node in nodes)
            Assert.Equal(paid, Assert.IsType<ChargeOutcome.Succeeded>(await node.ChargeAsync(request)).PaymentId);
    }

    [Fact]
    public async Task Withdrawals_from_one_contract_on_both_at_once_are_one_refund()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var first = new Node(await database());
        await using var second = new Node(await database());
        WithdrawalFlow[] nodes =
        [
            new(NewClient(), EntityFrameworkWithdrawalStore.Create(first, _account)),
            new(NewClient(), EntityFrameworkWithdrawalStore.Create(second, _account)),
        ];
        var ada = WithdrawalAccess.OfSubject(SubjectIds.OfCustomer(DemoSeed.CustomerWithCards));
        var bought = Assert.IsType<ChargeOutcome.Succeeded>(
            await new UpsellFlow(NewClient(), first.Ledger(_account)).ChargeAsync(
                new()
                {
                    Key = "order-1",
                    CustomerId = DemoSeed.CustomerWithCards,
                    Items = [new() { ProductId = DemoSeed.Ebook, Quantity = 1 }],
                },
                stop
            )
        );

        var withdrawn = await Task.WhenAll(
            Enumerable
                .Range(0, 40)
                .Select(i => nodes[i % 2])
                .Select(node =>
                    Task.Run(async () =>
                    {
                        var stated = await node.StateAsync(
                            new()
                            {
                                Access = ada,
                                ContractId = bought.PaymentId!,
                                Name = "Ada Lovelace",
                                Contact = "ada@example.test",
                            },
                            stop
                        );
                        var confirmed = await node.ConfirmAsync(ada, stated!.Id, stop);
                        await node.ProcessDueAsync(stop);
                        return confirmed!;
                    })
                )
        );

        Assert.Single(withdrawn.Select(one => (one.Id, one.Acknowledgement)).Distinct());
        Assert.Single((await NewClient().Payments.GetAsync(bought.PaymentId!, stop)).Refunds);
    }

    private DodoClient NewClient() =>
        new(
            new DodoUpsellOptions
            {
                ApiKey = "test",
                Environment = DodoEnvironment.Test,
                RateLimit = RateLimitTier.Off,
            },
            new HttpClient(_emulator.CreateHandler())
        );
}
