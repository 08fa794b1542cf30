using System.Reflection;

namespace DodoUpsell.StoreTests.Support;

/// <summary>
/// Sample objects in which every property has a unique value, so that tests detect properties that are omitted or mixed
/// up.
/// </summary>
internal sealed class Sample
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private static readonly Type[] Records =
    [
        typeof(ChargeRecord),
        typeof(ChargeAttempt),
        typeof(OfferRecord),
        typeof(OfferAssignment),
        typeof(OfferMoney),
        typeof(OfferPause),
        typeof(WithdrawalRecord),
        typeof(OperatorAction),
    ];

    private int _count;

    /// <summary>
    /// Returns a record with two attempts. Throws an exception for a property of an unknown type, which must then be
    /// added here.
    /// </summary>
    public static ChargeRecord Full() => (ChargeRecord)new Sample().Value(typeof(ChargeRecord));

    /// <inheritdoc cref="Full()"/>
    public static T Full<T>() => (T)new Sample().Value(typeof(T));

    private object Value(Type type)
    {
        var n = ++_count;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Value(underlying);
        if (type == typeof(string))
            return $"text-{n}";
        if (type == typeof(int))
            return n;
        if (type == typeof(bool))
            return true;
        if (type == typeof(ChargeKey))
            return new ChargeKey($"key-{n}");
        if (type == typeof(Money))
            return new Money((4_000_000_000L * n) + n, new Currency(n % 2 == 0 ? "EUR" : "JPY"));
        if (type == typeof(DateTimeOffset))
            return Start.AddMinutes(n).AddTicks(n * 11L);
        if (type == typeof(DodoErrorCode))
            return new DodoErrorCode($"CODE_{n}");
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 2)!;
        if (type == typeof(ChargeRefusal))
            return new ChargeRefusal(
                (ChargeRefusalReason)Value(typeof(ChargeRefusalReason)),
                (DodoErrorCode)Value(typeof(DodoErrorCode)),
                (string)Value(typeof(string))
            );
        if (type == typeof(IReadOnlyList<string>))
            return new[] { (string)Value(typeof(string)), (string)Value(typeof(string)) };
        if (type == typeof(IReadOnlyList<ChargeAttempt>))
            return new[] { (ChargeAttempt)Value(typeof(ChargeAttempt)), (ChargeAttempt)Value(typeof(ChargeAttempt)) };
        if (Records.Contains(type))
            return Filled(type);
        throw new NotSupportedException(
            $"{type} is new in what a store keeps: give {nameof(Sample)} a value for it, and the durable store a "
                + $"column."
        );
    }

    private object Filled(Type type)
    {
        var filled = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            property.SetValue(filled, Value(property.PropertyType));
        return filled;
    }
}
