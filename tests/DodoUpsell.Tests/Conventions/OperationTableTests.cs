using System.Reflection;
using System.Text.RegularExpressions;
using DodoUpsell.Http;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.Tests.Conventions;

/// <summary>
/// The table of operations against the contract: nothing missing, nothing invented, and every charge declared as one.
/// </summary>
public sealed partial class OperationTableTests(ITestOutputHelper output)
{
    private static readonly List<Operation> Declared = typeof(Operations)
        .GetNestedTypes()
        .SelectMany(group => group.GetFields(BindingFlags.Public | BindingFlags.Static))
        .Select(field => (Operation)field.GetValue(null)!)
        .ToList();

    [Fact]
    public void Every_operation_of_the_contract_is_declared_with_its_method_and_path()
    {
        var expected = DodoContract
            .All.Select(operation => $"{operation.Name} {operation.HttpMethod} {Shape(operation.Path)}")
            .Order(StringComparer.Ordinal);
        var actual = Declared
            .Select(operation => $"{operation.Name} {operation.Method} {Shape(operation.Route)}")
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)
            .ToList();

        Assert.Equal(expected, actual);
        output.WriteLine($"{actual.Count} of {DodoContract.All.Count} operations declared");
    }

    [Fact]
    public void Every_operation_that_moves_money_is_declared_as_a_charge()
    {
        string[] charges =
        [
            "POST /payments",
            "POST /payments/{paymentId}/retry",
            "POST /subscriptions",
            "POST /subscriptions/{subscriptionId}/change-plan",
            "POST /subscriptions/{subscriptionId}/charge",
            "POST /subscriptions/{subscriptionId}/update-payment-method",
            "POST /refunds",
            "POST /customers",
            "POST /discounts",
            "POST /webhooks",
        ];

        Assert.All(
            charges,
            call =>
                Assert.All(
                    Declared.Where(operation => operation.Call == call),
                    operation => Assert.Equal(OperationSafety.Charge, operation.Safety)
                )
        );
        Assert.Equal(OperationSafety.Charge, Operations.CheckoutSessions.CreateConfirmed.Safety);
    }

    [Fact]
    public void Only_reads_and_previews_are_declared_as_reads()
    {
        Assert.All(
            Declared.Where(operation => operation.Safety == OperationSafety.Read),
            operation =>
                Assert.True(
                    operation.Method == HttpMethod.Get
                        || operation.Route.EndsWith("/preview", StringComparison.Ordinal),
                    operation.Name
                )
        );
        Assert.All(
            Declared.Where(operation => operation.Method == HttpMethod.Get),
            operation => Assert.Equal(OperationSafety.Read, operation.Safety)
        );
    }

    private static string Shape(string path) => Placeholder().Replace(path, "{}");

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Placeholder();
}
