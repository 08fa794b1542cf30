using Microsoft.CodeAnalysis;

namespace DodoUpsell.ModelJson;

/// <summary>The expressions that read and write a value, chosen by its type.</summary>
internal static class ValueCode
{
    private const string Dictionary = "System.Collections.Generic.IReadOnlyDictionary<string, string>";

    private static readonly Dictionary<string, string> Scalars = new(StringComparer.Ordinal)
    {
        ["int"] = "Int32",
        ["long"] = "Int64",
        ["double"] = "Double",
        ["bool"] = "Boolean",
        ["System.DateTimeOffset"] = "Time",
    };

    /// <summary>Returns the expression that reads a value at the current token.</summary>
    public static string Read(ITypeSymbol type)
    {
        if (type.NullableOf() is { } inner)
            return $"JsonRead.IsNull(ref reader) ? null : {Read(inner)}";
        if (type.ArgumentOf("Patch") is { } patched)
            return $"new {type.FullName()}({Read(patched)}{(patched.IsReferenceType ? "!" : "")})";
        if (type.IsExtensibleValue())
            return $"JsonRead.Value(ref reader) is {{ }} text ? {type.FullName()}.Parse(text, null) : default";
        if (type.ArgumentOf("IReadOnlyList") is { } item)
        {
            return item switch
            {
                { SpecialType: SpecialType.System_String } => "JsonRead.List(ref reader, JsonRead.Text)",
                _ when item.IsExtensibleValue() => $"JsonRead.Values<{item.FullName()}>(ref reader)",
                _ => $"JsonRead.List(ref reader, {ModelClass(item)}.Read)",
            };
        }

        return type.ToDisplayString(NullableFlowState.NotNull) switch
        {
            "string" => "JsonRead.Text(ref reader)",
            "System.Text.Json.JsonElement" => "JsonElement.ParseValue(ref reader)",
            "DodoUpsell.Metadata" => "JsonRead.Metadata(ref reader)",
            Dictionary => "JsonRead.Texts(ref reader)",
            var name when Scalars.TryGetValue(name, out var scalar) => $"JsonRead.{scalar}(ref reader)",
            _ => $"{ModelClass(type)}.Read(ref reader)",
        };
    }

    /// <summary>Returns the statement that writes a member with this value, which may be null.</summary>
    public static string Write(ITypeSymbol type, string name, string value)
    {
        if (type.ArgumentOf("Patch") is { } patched)
        {
            var set = Write(patched.NullableOf() ?? patched, name, "set");
            return $"if ({value}.IsSet) {{ if ({value}.Value is {{ }} set) {{ {set} }} else writer.WriteNull({name}); }}";
        }

        if (type.NullableOf() is { } given)
        {
            var local = "_" + value.Substring(value.IndexOf('.') + 1);
            return $"if ({value} is {{ }} {local}) {Write(given, name, local)}";
        }

        if (type.IsExtensibleValue())
            return $"JsonWrite.Value(writer, {name}, {value}.Value);";
        if (type.ArgumentOf("IReadOnlyList") is { } item)
        {
            return item switch
            {
                { SpecialType: SpecialType.System_String } => $"JsonWrite.Texts(writer, {name}, {value});",
                _ when item.IsExtensibleValue() => $"JsonWrite.Values(writer, {name}, {value});",
                _ => $"JsonWrite.List(writer, {name}, {value}, {ModelClass(item)}.WriteMembers);",
            };
        }

        return type.ToDisplayString(NullableFlowState.NotNull) switch
        {
            "string" => $"JsonWrite.Text(writer, {name}, {value});",
            "int" or "long" or "double" => $"writer.WriteNumber({name}, {value});",
            "bool" => $"writer.WriteBoolean({name}, {value});",
            "System.DateTimeOffset" => $"writer.WriteString({name}, {value}.UtcDateTime);",
            "System.Text.Json.JsonElement" => $"JsonWrite.Element(writer, {name}, {value});",
            "DodoUpsell.Metadata" => $"JsonWrite.Metadata(writer, {name}, {value});",
            Dictionary => $"JsonWrite.Texts(writer, {name}, {value});",
            _ => $"JsonWrite.Object(writer, {name}, {value}, {ModelClass(type)}.WriteMembers);",
        };
    }

    private static string ModelClass(ITypeSymbol type) =>
        type.Is("DodoUpsell.ApiObject")
            ? $"{type.Name}Json"
            : throw new NotSupportedException($"Models cannot have values of type {type.ToDisplayString()}.");
}
