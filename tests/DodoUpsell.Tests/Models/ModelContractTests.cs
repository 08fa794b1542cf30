using System.Reflection;
using System.Text.Json.Nodes;
using DodoUpsell.TestKit.Contract;
using DodoUpsell.Webhooks;

namespace DodoUpsell.Tests.Models;

/// <summary>Holds every model to the contract: the same members under the same names, of a type that fits.</summary>
public sealed class ModelContractTests
{
    public static TheoryData<string> Models => [.. Contract.Models.Keys];

    public static TheoryData<string> Requests => [.. Contract.Requests.Keys];

    public static TheoryData<string> Responses => [.. Contract.Responses.Keys];

    public static TheoryData<string> Values => [.. Contract.Values.Keys];

    [Fact]
    public void Every_schema_of_the_52_operations_and_47_webhooks_has_a_type()
    {
        Assert.Equal((52, 47), (Contract.Endpoints.Count, Contract.Webhooks.Count));
        var named = Contract
            .Models.Keys.Concat(Contract.Unions.Keys)
            .Concat(Contract.Values.Keys)
            .Concat([
                "Metadata",
                "CustomFields",
                "AttachExistingCustomer",
                "NewCustomer",
                "OneTimePrice",
                "RecurringPrice",
                "UsageBasedPrice",
            ]);
        Assert.Empty(Contract.Reachable().Except(named, StringComparer.Ordinal));
    }

    [Fact]
    public void Every_model_stands_for_a_schema()
    {
        Type[] others =
        [
            typeof(ApiObject),
            typeof(ListResponse<>),
            typeof(ChangePlanResult),
            typeof(UnknownCustomerReference),
            typeof(UnknownPrice),
            typeof(UnknownLineItem),
            typeof(UnknownPaymentMethodUpdate),
            typeof(UnknownIntegration),
        ];
        var models = typeof(ApiObject)
            .Assembly.GetTypes()
            .Where(type => typeof(ApiObject).IsAssignableFrom(type) && !typeof(WebhookEvent).IsAssignableFrom(type));
        Assert.Empty(
            models
                .Except(Contract.Models.Values)
                .Except(Contract.Unions.Values)
                .Except(Contract.NewerModels.Values)
                .Except(others)
        );
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Members_are_those_of_the_schema(string schema)
    {
        var model = Contract.Models[schema];
        var newer = Contract.Newer.GetValueOrDefault(model, []);
        Assert.Equal(
            Contract.Schema(schema)["properties"]!
                .AsObject()
                .Select(property => property.Key)
                .Concat(newer)
                .Order(StringComparer.Ordinal),
            Contract.Properties(model).Select(property => property.Name).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Models_of_newer_schemas_have_their_members()
    {
        foreach (var (schema, model) in Contract.NewerModels)
        {
            Assert.Equal(
                DodoContract.Definitions[schema]!["properties"]!
                    .AsObject()
                    .Select(property => property.Key)
                    .Order(StringComparer.Ordinal),
                Contract.Properties(model).Select(property => property.Name).Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public void Newer_members_may_be_absent()
    {
        foreach (var (model, names) in Contract.Newer.Where(pair => pair.Key.IsAssignableTo(typeof(ApiObject))))
            Assert.All(
                names,
                name =>
                    Assert.True(
                        MayBeAbsent(Contract.Property(model, name)),
                        $"{model.Name}.{name} is demanded of servers that do not send it."
                    )
            );
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Types_fit_the_schema(string schema)
    {
        var model = Contract.Models[schema];
        foreach (var (name, definition) in Contract.Schema(schema)["properties"]!.AsObject())
        {
            var property = Contract.Property(model, name);
            Assert.True(
                Fits(definition!, Bare(property.PropertyType)),
                $"{model.Name}.{property.Name} is {property.PropertyType} for {definition!.ToJsonString()}"
            );
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Requests_require_what_the_contract_requires_and_send_nothing_unasked(string schema)
    {
        var model = Contract.Requests[schema];
        var required = Contract.Required(Contract.Schema(schema));
        foreach (
            var property in Contract
                .Properties(model)
                .Where(property => property.Name is not "type" || !Contract.Unions.ContainsKey(schema.Split('/')[0]))
        )
        {
            Assert.True(
                required.Contains(property.Name) == property.IsRequired,
                $"{model.Name}.{property.Name} is required on one side only."
            );
            if (!property.IsRequired)
                Assert.True(
                    MayBeAbsent(Contract.Property(model, property.Name)),
                    $"{model.Name}.{property.Name} is sent even when it is not set."
                );
        }
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void Responses_require_their_identity_at_most(string schema)
    {
        var required = Contract
            .Properties(Contract.Responses[schema])
            .Where(property => property.IsRequired)
            .Select(property => property.Name)
            .ToArray();
        Assert.True(required.Length <= 1, $"{schema} requires {string.Join(", ", required)}.");
        Assert.All(required, name => Assert.Matches("id$|^key$|^link$|^secret$", name));
        Assert.Empty(required.Except(Contract.Required(Contract.Schema(schema)), StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Responses))]
    public void What_may_be_null_is_nullable(string schema)
    {
        var model = Contract.Responses[schema];
        foreach (var (name, definition) in Contract.Schema(schema)["properties"]!.AsObject())
        {
            if (Contract.Unwrap(definition!).Nullable)
                Assert.True(
                    MayBeAbsent(Contract.Property(model, name)),
                    $"{model.Name}.{name} may be null on the wire."
                );
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Amounts_of_money_are_long_and_have_a_view_in_their_currency(string schema)
    {
        var model = Contract.Models[schema];
        foreach (var property in model.GetProperties().Where(property => IsMoney(Contract.WireName(property))))
        {
            var type = Bare(property.PropertyType);
            if (
                type == typeof(string)
                || type == typeof(Price)
                || type == typeof(Money)
                || IsBasisPoints(model, property)
            )
                continue;
            Assert.True(type == typeof(long), $"{model.Name}.{property.Name} is an amount of type {type}.");
            if (!Contract.Responses.ContainsKey(schema) || model.GetProperty("Currency") is null)
                continue;
            var view =
                property.Name.EndsWith("Amount", StringComparison.Ordinal) && property.Name is not "Amount"
                    ? property.Name[..^6]
                    : property.Name + "Money";
            Assert.True(
                Bare(model.GetProperty(view)?.PropertyType ?? typeof(object)) == typeof(Money),
                $"{model.Name}.{view} is missing."
            );
        }
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Known_values_are_those_of_the_contract(string schema)
    {
        var type = Contract.Values[schema];
        var known = ((System.Collections.IEnumerable)type.GetProperty("KnownValues")!.GetValue(null)!)
            .Cast<object>()
            .Select(value => value.ToString());
        Assert.Equal(
            Contract.Schemas[schema]!["enum"]!
                .AsArray()
                .Select(value => value!.GetValue<string>())
                .Concat(Contract.Newer.GetValueOrDefault(type, []))
                .Order(StringComparer.Ordinal),
            known.Order(StringComparer.Ordinal)
        );
    }

    private static bool IsMoney(string wireName) =>
        wireName.Split('_')[^1] is "amount" or "price" or "tax" or "subtotal" or "balance" or "credits";

    private static bool IsBasisPoints(Type model, PropertyInfo property) =>
        property.Name is "DiscountAmount"
        || (
            property.Name is "Amount"
            && (
                model == typeof(AppliedDiscount)
                || model == typeof(Discount)
                || model == typeof(CreateDiscountRequest)
                || model == typeof(UpdateDiscountRequest)
            )
        );

    private static bool Fits(JsonNode possiblyNull, Type type)
    {
        var schema = Contract.Unwrap(possiblyNull).Schema;
        if (Contract.Reference(schema) is { } reference)
        {
            return reference switch
            {
                "Metadata" => type == typeof(Metadata),
                "CustomFields" => type == typeof(IReadOnlyList<CustomField>),
                _ => type
                    == Contract.Unions.GetValueOrDefault(
                        reference,
                        Contract.Values.GetValueOrDefault(
                            reference,
                            Contract.Models.GetValueOrDefault(reference, typeof(void))
                        )
                    ),
            };
        }

        return Contract.TypeName(schema) switch
        {
            "string" when schema["format"]?.GetValue<string>() is "date-time" => type == typeof(DateTimeOffset),
            "string" => type == typeof(string) || typeof(IParsable<>).MakeGenericType(type).IsAssignableFrom(type),
            "integer" when schema["format"]?.GetValue<string>() is "int64" => type == typeof(long),
            "integer" => type == typeof(int) || type == typeof(long),
            "number" => type == typeof(double),
            "boolean" => type == typeof(bool),
            "array" => type.IsGenericType
                && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                && Fits(schema["items"]!, type.GetGenericArguments()[0]),
            "object" => type == typeof(Metadata) || type == typeof(IReadOnlyDictionary<string, string>),
            _ => false,
        };
    }

    private static Type Bare(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Patch<>))
            type = type.GetGenericArguments()[0];
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private static bool MayBeAbsent(PropertyInfo property) =>
        (property.PropertyType.IsGenericType && property.PropertyType.GetGenericTypeDefinition() == typeof(Patch<>))
        || new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
}
