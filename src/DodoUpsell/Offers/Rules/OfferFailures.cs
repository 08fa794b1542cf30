using System.Globalization;

namespace DodoUpsell.Offers;

/// <summary>Collects what is wrong with offer options. Each text names the setting, what is wrong, and the fix.</summary>
internal sealed class OfferFailures
{
    private readonly List<string> _texts = [];

    public IReadOnlyList<string> Texts => _texts;

    public void Add(SettingPath path, string what) => _texts.Add($"{path} {what}.");

    /// <summary>Adds a failure that shows the value. Only for values that are never secret.</summary>
    public void AddValue(SettingPath path, object? value, string fix)
    {
        // An amount in the form in which it is configured, 49.00 USD, and not $49.00.
        var shown = value is Money money ? money.ToString() : value;
        Add(path, string.Create(CultureInfo.InvariantCulture, $"is {shown}: {fix}"));
    }

    public void Time(SettingPath path, TimeSpan? value, TimeSpan least, TimeSpan most, string fix)
    {
        if (value < least || value > most)
            AddValue(path, value, fix);
    }

    public void Longer(SettingPath path, TimeSpan? value)
    {
        if (value <= TimeSpan.Zero)
            AddValue(path, value, "it must be greater than zero");
    }

    public void AtLeast(SettingPath path, int? value, int least)
    {
        if (value < least)
            AddValue(path, value, $"it must be at least {least}");
    }

    public void Share(SettingPath path, double value)
    {
        // Written so that NaN is refused, too.
        if (value is not (>= 0 and <= 1))
            AddValue(path, value, "it must be between 0 and 1, such as 0.05 for 5 %");
    }

    /// <summary>Checks ids of products, codes and names: at least none is blank, and none occurs twice.</summary>
    public void Names(SettingPath path, IReadOnlyList<string> names, string of)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(names[i]))
                Add(path[i], $"is blank: set it to {of}, or remove it");
            else if (names.Take(i).Contains(names[i], StringComparer.Ordinal))
                Add(path[i], $"is '{names[i]}' a second time: remove it");
        }
    }

    /// <summary>Checks extensible values such as currencies: the default value is not valid.</summary>
    public void Values<T>(SettingPath path, IReadOnlyList<T> values, string example)
        where T : struct, IExtensibleValue<T>
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i].Value.Length == 0)
                Add(path[i], $"is not set: set it to a value such as {example}, or remove it");
        }
    }

    /// <summary>Checks a value of a set that offers may only use as far as this version knows it.</summary>
    public void Known<T>(SettingPath path, T? value)
        where T : struct, IExtensibleValue<T>
    {
        if (value is { IsKnown: false } unknown)
        {
            AddValue(
                path,
                $"'{unknown.Value}'",
                $"it must be one of {string.Join(", ", T.KnownValues.Select(known => known.Value))}"
            );
        }
    }

    /// <summary>Runs a check that throws <see cref="ArgumentException"/>, and adds its message.</summary>
    public void Try(SettingPath path, Action check)
    {
        try
        {
            check();
        }
        catch (ArgumentException e)
        {
            // The name of the parameter, and the value, follow the sentence.
            var end = e.Message.IndexOf(" (Parameter", StringComparison.Ordinal);
            var sentence = end < 0 ? e.Message : e.Message[..end];
            _texts.Add($"{path}: {sentence}");
        }
    }
}
