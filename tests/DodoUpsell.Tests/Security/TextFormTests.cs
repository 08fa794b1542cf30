using System.Collections;
using System.Reflection;

namespace DodoUpsell.Tests.Security;

/// <summary>
/// The text form of a request or a model is what ends in a log, so it has no personal data and no secret.
/// </summary>
public sealed class TextFormTests(ITestOutputHelper output)
{
    private const string Canary = "CANARY_7d3e";

    // What names a thing, and is on purpose in the text form of outcomes and records; a status that was cleaned before
    // it was kept, and the words of this library for a refused delivery.
    private static readonly string[] Names =
    [
        "Id",
        "Key",
        "Code",
        "Flow",
        "Type",
        "Account",
        "Value",
        "Operation",
        "Explanation",
        "Timestamp",
        "Handler",
        "Status",
        "Message",
    ];

    [Fact]
    public void No_text_form_shows_what_a_caller_or_the_API_put_into_a_property()
    {
        var shown = new List<string>();
        var looked = 0;
        foreach (
            var type in typeof(DodoClient)
                .Assembly.GetExportedTypes()
                .Where(type =>
                    type is { IsAbstract: false, IsEnum: false, ContainsGenericParameters: false }
                    && !typeof(Exception).IsAssignableFrom(type)
                )
        )
        {
            foreach (
                var property in type.GetProperties()
                    .Where(property =>
                        property is { CanRead: true, CanWrite: true } && property.GetIndexParameters().Length == 0
                    )
            )
            {
                if (
                    Fill(property.PropertyType) is not { } value
                    || Names.Any(name => property.Name.EndsWith(name, StringComparison.Ordinal))
                )
                    continue;
                if (Create(type) is not { } one)
                    continue;
                property.SetValue(one, value);
                looked++;
                if ($"{one}".Contains(Canary, StringComparison.Ordinal))
                    shown.Add($"{type.Name}.{property.Name}");
            }
        }

        output.WriteLine($"{looked} properties");
        Assert.True(looked > 250, $"Only {looked} properties were looked at.");
        Assert.Empty(shown);
    }

    [Fact]
    public void A_search_by_e_mail_does_not_show_it() =>
        Assert.DoesNotContain(
            "ada@example.test",
            new ListCustomersRequest { Email = "ada@example.test", Name = "Ada" }.ToString(),
            StringComparison.Ordinal
        );

    private static object? Create(Type type)
    {
        // Its text is that of its settlement, which is looked at by itself.
        if (type == typeof(SettlementDelivery))
            return null;
        try
        {
            return
                System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(type) is { } bare
                && type.GetConstructor(BindingFlags.Public | BindingFlags.Instance, []) is null
                ? bare
                : Activator.CreateInstance(type);
        }
        catch (Exception e)
            when (e is ArgumentException or TargetInvocationException or MissingMethodException or NotSupportedException
            )
        {
            return null;
        }
    }

    private static object? Fill(Type type)
    {
        if (type == typeof(string) || type == typeof(object))
            return Canary;
        if (type.IsAssignableFrom(typeof(List<string>)) && typeof(IEnumerable).IsAssignableFrom(type))
            return new List<string> { Canary };
        if (type.IsAssignableFrom(typeof(Dictionary<string, string>)) && typeof(IEnumerable).IsAssignableFrom(type))
            return new Dictionary<string, string> { [Canary] = Canary };
        if (type == typeof(Metadata))
            return new Metadata { ["note"] = Canary };
        if (type == typeof(Secret))
            return (Secret)Canary;
        return null;
    }
}
