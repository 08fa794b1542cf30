using Microsoft.CodeAnalysis;

namespace DodoUpsell.ModelJson;

/// <summary>Questions about types and their attributes.</summary>
internal static class Symbols
{
    /// <summary>Returns whether the type is the named class or derives from it.</summary>
    public static bool Is(this ITypeSymbol type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.ToDisplayString() == name)
                return true;
        }

        return false;
    }

    /// <summary>Returns whether the type is an extensible value: a struct over a text.</summary>
    public static bool IsExtensibleValue(this ITypeSymbol type) =>
        type.IsValueType && type.AllInterfaces.Any(face => face.Name == "IExtensibleValue");

    /// <summary>Returns the type in <c>Nullable</c>, or null for other types.</summary>
    public static ITypeSymbol? NullableOf(this ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : null;

    /// <summary>Returns the only type argument of the named generic type, or null for other types.</summary>
    public static ITypeSymbol? ArgumentOf(this ITypeSymbol type, string name) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1 } generic && generic.Name == name
            ? generic.TypeArguments[0]
            : null;

    /// <summary>Returns the type as it is written in generated code.</summary>
    public static string FullName(this ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)
            .ToDisplayString(
                SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
                    SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
                )
            );

    public static AttributeData? Attribute(this ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.Name == name);

    /// <summary>Returns the first constructor argument of an attribute, or null without the attribute.</summary>
    public static object? ValueOf(this ISymbol symbol, string attribute) =>
        symbol.Attribute(attribute)?.ConstructorArguments.Select(argument => argument.Value).FirstOrDefault();
}
