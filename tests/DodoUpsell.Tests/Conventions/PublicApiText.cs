using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace DodoUpsell.Tests.Conventions;

/// <summary>Prints what an assembly shows to its users, one member a line: what can be called, overridden or derived
/// from, with nullability.</summary>
internal static class PublicApiText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    // What the compiler writes into every record and struct says nothing about the design.
    private static readonly HashSet<string> Generated = new(StringComparer.Ordinal)
    {
        "Equals",
        "GetHashCode",
        "ToString",
        "PrintMembers",
        "<Clone>$",
        "op_Equality",
        "op_Inequality",
        "Deconstruct",
        "get_EqualityContract",
    };

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Head(type)).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
                text.Append("    ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    private static string Head(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        IEnumerable<string> bases = type.GetInterfaces()
            .Where(face => face.IsPublic && !face.Name.StartsWith("IEquatable", StringComparison.Ordinal))
            .Select(face => Name(face))
            .Order(StringComparer.Ordinal);
        if (
            type.BaseType is { } parent
            && parent != typeof(object)
            && parent != typeof(ValueType)
            && parent != typeof(Enum)
        )
            bases = bases.Prepend(Name(parent)).Order(StringComparer.Ordinal);
        var list = type.IsEnum ? "" : string.Join(", ", bases);
        return $"{kind} {type.Namespace}.{Name(type)}{(list.Length > 0 ? " : " + list : "")}";
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags declared =
            BindingFlags.Public
            | BindingFlags.NonPublic
            | BindingFlags.Instance
            | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        if (type.IsEnum)
            return Enum.GetNames(type)
                .Select(name => $"{name} = {Convert.ToInt64(Enum.Parse(type, name), CultureInfo.InvariantCulture)}");
        return
        [
            .. type.GetConstructors(declared)
                .Where(constructor => IsSeen(constructor, type))
                .Select(constructor => $"{Access(constructor)}new({Parameters(constructor)})"),
            .. type.GetFields(declared)
                .Where(field => field.IsPublic || (field.IsFamily && !type.IsSealed))
                .Select(field => $"{(field.IsLiteral ? "const " : "")}{TypeOf(field)} {field.Name}"),
            .. type.GetProperties(declared)
                .Where(property => IsSeen(property.GetMethod!, type) && !Generated.Contains(property.GetMethod!.Name))
                .Select(property => Property(property, type)),
            .. type.GetEvents(declared)
                .Where(seen => IsSeen(seen.AddMethod!, type))
                .Select(seen => $"{Access(seen.AddMethod!)}event {Name(seen.EventHandlerType!)} {seen.Name}"),
            .. type.GetMethods(declared)
                .Where(method => IsSeen(method, type) && !Generated.Contains(method.Name))
                .Where(method => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
                .Select(Method),
        ];
    }

    // What only derived types see counts, unless nothing can be derived.
    private static bool IsSeen(MethodBase method, Type type) =>
        method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && !type.IsSealed);

    private static string Access(MethodBase method)
    {
        var access = method.IsPublic ? "" : "protected ";
        if (method.IsStatic)
            return access + "static ";
        if (method is not MethodInfo { IsVirtual: true } info || method.DeclaringType!.IsInterface)
            return access;
        if (info.GetBaseDefinition().DeclaringType != info.DeclaringType)
            return access + (info.IsFinal ? "sealed override " : "override ");
        return access
            + (
                info.IsAbstract ? "abstract "
                : info.IsFinal ? ""
                : "virtual "
            );
    }

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod
            ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>"
            : "";
        return $"{Access(method)}{TypeOf(method.ReturnParameter)} {method.Name}{generic}({Parameters(method)})";
    }

    private static string Property(PropertyInfo property, Type type)
    {
        var set =
            property.SetMethod is not { } setter || !IsSeen(setter, type) ? ""
            : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;"
            : setter.IsPublic ? " set;"
            : " protected set;";
        var required = property.GetCustomAttribute<RequiredMemberAttribute>() is null ? "" : "required ";
        var index = property.GetIndexParameters() is { Length: > 0 } parameters
            ? $"[{string.Join(", ", parameters.Select(parameter => Name(parameter.ParameterType)))}]"
            : "";
        return $"{Access(property.GetMethod!)}{required}{TypeOf(property)} {property.Name}{index} {{ get;{set} }}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var way =
            parameter.IsOut ? "out "
            : parameter.IsIn && parameter.ParameterType.IsByRef ? "in "
            : parameter.ParameterType.IsByRef ? "ref "
            : IsParams(parameter) ? "params "
            : "";
        var type = parameter.ParameterType;
        var isNullable = !type.IsValueType || Nullable.GetUnderlyingType(type) is not null;
        var given = parameter.IsOptional ? $" = {parameter.DefaultValue ?? (isNullable ? "null" : "default")}" : "";
        return $"{way}{TypeOf(parameter)} {parameter.Name}{given}";
    }

    private static bool IsParams(ParameterInfo parameter) =>
        parameter.CustomAttributes.Any(mark =>
            mark.AttributeType.Name is "ParamArrayAttribute" or "ParamCollectionAttribute"
        );

    private static string TypeOf(FieldInfo field) => Name(new NullabilityInfoContext().Create(field), field);

    private static string TypeOf(PropertyInfo property) =>
        Name(new NullabilityInfoContext().Create(property), property);

    private static string TypeOf(ParameterInfo parameter) =>
        Name(new NullabilityInfoContext().Create(parameter), parameter);

    private static string Name(NullabilityInfo info, ICustomAttributeProvider? declared = null)
    {
        var type = info.Type.IsByRef ? info.Type.GetElementType()! : info.Type;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying) + "?";
        if (type.IsGenericParameter)
            return declared is not null && IsAnnotated(declared) ? type.Name + "?" : type.Name;
        var name =
            type.IsGenericType ? Generic(type, info.GenericTypeArguments.Select(argument => Name(argument)))
            : type.IsArray && info.ElementType is { } element ? $"{Name(element)}[]"
            : Name(type);
        return info.ReadState == NullabilityState.Nullable && !type.IsValueType ? name + "?" : name;
    }

    // Reflection calls every type parameter nullable that could be; only the compiler's mark says that it was written.
    private static bool IsAnnotated(ICustomAttributeProvider declared) =>
        MarksOf(declared)
            .Any(mark =>
                mark is { AttributeType.Name: "NullableAttribute", ConstructorArguments: [{ Value: (byte)2 }] }
            )
        || MarksOf(declared).Any(mark => mark.AttributeType.Name is "MaybeNullAttribute" or "MaybeNullWhenAttribute");

    // By name: the compiler writes some of these attributes into the assembly itself.
    private static IEnumerable<CustomAttributeData> MarksOf(ICustomAttributeProvider declared) =>
        declared switch
        {
            ParameterInfo parameter => parameter.CustomAttributes,
            MemberInfo member => member.CustomAttributes,
            _ => [],
        };

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Name(underlying) + "?";
        if (type.IsArray)
            return Name(type.GetElementType()!) + "[]";
        if (Keywords.TryGetValue(type, out var keyword))
            return keyword;
        return type.IsGenericType
            ? Generic(type, type.GetGenericArguments().Select(Name))
            : $"{Outer(type)}{type.Name}";
    }

    // Arguments of the outer type are those of the inner one as well.
    private static string Generic(Type type, IEnumerable<string> arguments)
    {
        var name = type.Name.Split('`')[0];
        return type.Name.Contains('`', StringComparison.Ordinal)
            ? $"{Outer(type)}{name}<{string.Join(", ", arguments)}>"
            : $"{Outer(type)}{name}";
    }

    private static string Outer(Type type) =>
        type is { IsNested: true, IsGenericParameter: false } ? Name(type.DeclaringType!) + "." : "";
}
