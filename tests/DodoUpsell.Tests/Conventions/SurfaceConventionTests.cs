using System.Reflection;
using System.Runtime.CompilerServices;

namespace DodoUpsell.Tests.Conventions;

/// <summary>Holds the whole public surface to its own rules, so that the next type cannot forget one.</summary>
public sealed class SurfaceConventionTests
{
    private static readonly Type[] Types = typeof(IDodoClient).Assembly.GetExportedTypes();

    private static IEnumerable<Type> Models => Types.Where(type => type.IsAssignableTo(typeof(ApiObject)));

    private static IEnumerable<MethodInfo> Awaitables =>
        Types
            .SelectMany(type =>
                type.GetMethods(
                    BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly
                )
            )
            .Where(method =>
                typeof(Task).IsAssignableFrom(method.ReturnType)
                || (
                    method.ReturnType.IsGenericType
                    && method.ReturnType.GetGenericTypeDefinition() == typeof(AsyncPageable<>)
                    && method.DeclaringType!.IsInterface
                )
            );

    [Fact]
    public void What_is_awaited_is_called_Async_and_takes_an_optional_token_last()
    {
        Assert.NotEmpty(Awaitables);
        Assert.All(
            Awaitables,
            method =>
            {
                Assert.EndsWith("Async", method.Name, StringComparison.Ordinal);
                var last = method.GetParameters().LastOrDefault();
                Assert.True(
                    last?.ParameterType == typeof(CancellationToken) && last.IsOptional,
                    $"{method.DeclaringType!.Name}.{method.Name} has no optional token at the end."
                );
            }
        );
    }

    [Fact]
    public void Models_are_sealed_or_closed()
    {
        Assert.All(
            Models,
            model =>
                Assert.True(model.IsSealed || (model.IsAbstract && model.GetConstructors().Length == 0), model.Name)
        );
    }

    [Fact]
    public void Models_cannot_be_changed_after_they_are_made()
    {
        var setters = Models
            .Append(typeof(RequestOptions))
            .SelectMany(model => model.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(property =>
                property.SetMethod is { IsPublic: true } setter
                && !setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit))
            );

        Assert.Empty(setters.Select(property => $"{property.DeclaringType!.Name}.{property.Name}"));
    }

    [Fact]
    public void Models_and_options_never_print_their_content()
    {
        Assert.All(
            Models,
            model => Assert.Equal(typeof(ApiObject), model.GetMethod(nameof(ToString), Type.EmptyTypes)!.DeclaringType)
        );
    }

    [Fact]
    public void Responses_require_their_identity_at_most()
    {
        var requests = Types.Where(type => type.Name.EndsWith("Request", StringComparison.Ordinal)).ToHashSet();
        var responses = typeof(IDodoClient)
            .GetProperties()
            .SelectMany(property => property.PropertyType.GetMethods())
            .SelectMany(method => method.ReturnType.GetGenericArguments())
            .Where(type => type.IsAssignableTo(typeof(ApiObject)) && !type.IsGenericType && !requests.Contains(type))
            .Distinct()
            .ToList();

        Assert.True(responses.Count > 20);
        Assert.All(
            responses,
            response =>
            {
                var required = response
                    .GetProperties()
                    .Where(property => property.GetCustomAttribute<RequiredMemberAttribute>() is not null)
                    .Select(property => property.Name)
                    .ToList();
                Assert.True(required.Count <= 1, $"{response.Name} requires {string.Join(", ", required)}.");
                Assert.All(
                    required,
                    name =>
                        Assert.True(
                            name is "Link" or "Secret" || name.EndsWith("Id", StringComparison.Ordinal),
                            $"{response.Name}.{name}"
                        )
                );
            }
        );
    }

    [Fact]
    public void Exceptions_share_one_base_and_cannot_be_made_by_others()
    {
        var exceptions = Types.Where(type => type.IsAssignableTo(typeof(Exception))).ToList();

        Assert.Equal(6, exceptions.Count);
        Assert.All(
            exceptions,
            type =>
                Assert.True(type == typeof(DodoException) || (type.IsSealed && type.BaseType == typeof(DodoException)))
        );
        Assert.All(exceptions, type => Assert.Empty(type.GetConstructors()));
    }

    [Fact]
    public void Public_types_are_in_the_one_namespace_and_those_for_receiving_webhooks_in_theirs()
    {
        var namespaces = Types.Select(type => type.Namespace).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(["DodoUpsell", "DodoUpsell.Webhooks", "Microsoft.Extensions.DependencyInjection"], namespaces);
    }

    [Fact]
    public void Money_is_never_a_floating_point_number()
    {
        var floating = Models
            .SelectMany(model => model.GetProperties())
            .Where(property =>
                (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) is { } type
                && (type == typeof(double) || type == typeof(float) || type == typeof(decimal))
            )
            .Select(property => property.Name)
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(["ProrationFactor", "TaxRate"], floating);
    }
}
