using System.Text;
using Microsoft.CodeAnalysis;

namespace DodoUpsell.ModelJson;

/// <summary>A property of a model that is a member of its JSON object.</summary>
internal sealed class Member
{
    private Member(IPropertySymbol property)
    {
        Property = property.Name;
        Type = property.Type;
        IsRequired = property.IsRequired;
        IsSettable = property.SetMethod is not null;
        Name = property.ValueOf("JsonPropertyNameAttribute") as string ?? SnakeCase(property.Name);
        Order = property.ValueOf("JsonPropertyOrderAttribute") as int? ?? 0;
        Presence = property.ContainingType.GetMembers("Says" + property.Name).OfType<IPropertySymbol>().Any()
            ? "Says" + property.Name
            : null;
    }

    /// <summary>Gets the name of the property.</summary>
    public string Property { get; }

    /// <summary>Gets the name of the local variable that holds the value while the object is read.</summary>
    public string Local => "_" + Property;

    /// <summary>Gets the name in JSON.</summary>
    public string Name { get; }

    public ITypeSymbol Type { get; }

    public bool IsRequired { get; }

    public bool IsSettable { get; }

    /// <summary>
    /// Gets the property that tells an absent member from one that is null: SaysX for the property X, if the model has
    /// it.
    /// </summary>
    public string? Presence { get; }

    private int Order { get; }

    /// <summary>Returns the members in the order in which they are written.</summary>
    public static IReadOnlyList<Member> Of(INamedTypeSymbol model)
    {
        var members = new List<Member>();
        for (var type = model; type is not null && type.Name != "ApiObject"; type = type.BaseType)
            members.AddRange(type.GetMembers().OfType<IPropertySymbol>().Where(IsMember).Select(p => new Member(p)));
        return [.. members.OrderBy(member => member.Order)];
    }

    private static bool IsMember(IPropertySymbol property)
    {
        if (property.IsStatic || property.IsIndexer || property.GetMethod is null)
            return false;
        var ignored = property.Attribute("JsonIgnoreAttribute");
        return property.DeclaredAccessibility == Accessibility.Public
            && (ignored is null || ignored.NamedArguments.Any(argument => argument.Key == "Condition"));
    }

    /// <summary>Converts a name as JsonNamingPolicy.SnakeCaseLower does.</summary>
    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord =
                i > 0
                && char.IsUpper(name[i])
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
                text.Append('_');
            text.Append(char.ToLowerInvariant(name[i]));
        }

        return text.ToString();
    }
}
