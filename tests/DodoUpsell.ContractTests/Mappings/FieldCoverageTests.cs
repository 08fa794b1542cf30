using System.Text.Json.Nodes;
using DodoUpsell.TestKit.Contract;

namespace DodoUpsell.ContractTests.Mappings;

public sealed class FieldCoverageTests(ITestOutputHelper output)
{
    public static TheoryData<string> Operations => [.. DodoContract.All.Select(operation => operation.Name)];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Every_field_of_an_operation_has_a_value_in_a_mapping(string name)
    {
        var operation = DodoContract.Get(name);
        var described = Described(operation).Where(field => !SchemaFields.IsInUnion(field.Split(' ', 2)[1])).ToList();

        var missing = described.Except(Shown(operation), StringComparer.Ordinal);

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_case_of_every_union_is_shown_by_a_mapping_with_all_its_fields()
    {
        var described = DodoContract.All.SelectMany(Described).Distinct(StringComparer.Ordinal).ToList();
        var shown = DodoContract.All.SelectMany(Shown).ToHashSet(StringComparer.Ordinal);
        var ofUnions = described.Where(field => SchemaFields.IsInUnion(field.Split(' ', 2)[1])).ToList();

        output.WriteLine($"{ofUnions.Count} fields in the cases of unions, {described.Count} fields in all.");
        Assert.Equal(
            ["CustomerRequest", "IntegrationConfigResponse", "LineItem", "Price", "UpdatePaymentMethodReq"],
            ofUnions
                .Select(field => field.Split('<', ':')[1])
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
        Assert.Empty(ofUnions.Except(shown, StringComparer.Ordinal));
    }

    [Fact]
    public void A_field_that_is_null_or_left_out_counts_as_missing()
    {
        var schema = DodoContract.Definition("BillingAddress");
        var value = JsonNode.Parse("""{"country": "DE", "city": null}""");

        var missing = SchemaFields.In(schema).Except(SchemaFields.Shown(schema, value), StringComparer.Ordinal);

        Assert.Equal(
            [".city", ".state", ".street", ".zipcode"],
            missing.Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    private static IEnumerable<string> Described(ContractOperation operation) =>
        (operation.Request is { } request ? SchemaFields.In(request) : Enumerable.Empty<string>())
            .Select(field => $"request {field}")
            .Concat(
                (operation.AnswersJson ? SchemaFields.In(operation.Response!) : Enumerable.Empty<string>()).Select(
                    field => $"response {field}"
                )
            );

    private static IEnumerable<string> Shown(ContractOperation operation) =>
        StubFile
            .Of(operation)
            .Where(stub => stub.IsSuccess)
            .SelectMany(stub =>
                (
                    operation.Request is { } request
                        ? SchemaFields.Shown(request, stub.RequestBody)
                        : Enumerable.Empty<string>()
                )
                    .Select(field => $"request {field}")
                    .Concat(
                        (
                            operation.AnswersJson
                                ? SchemaFields.Shown(operation.Response!, stub.ResponseBody)
                                : Enumerable.Empty<string>()
                        ).Select(field => $"response {field}")
                    )
            );
}
