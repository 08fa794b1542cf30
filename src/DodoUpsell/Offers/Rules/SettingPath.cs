using System.Globalization;

namespace DodoUpsell.Offers;

/// <summary>
/// Names a setting in messages: <c>DodoUpsell:Offers:Rules:2:Sale</c> if it comes from the configuration,
/// <c>DodoUpsellOptions.Offers.Rules[2].Sale</c> if it was set in code.
/// </summary>
internal readonly record struct SettingPath(string Text, bool InConfiguration)
{
    /// <summary>Returns the path of a property.</summary>
    public SettingPath this[string name] => this with { Text = $"{Text}{(InConfiguration ? ':' : '.')}{name}" };

    /// <summary>Returns the path of an item of this list.</summary>
    public SettingPath this[int index]
    {
        get
        {
            var number = index.ToString(CultureInfo.InvariantCulture);
            return this with { Text = InConfiguration ? $"{Text}:{number}" : $"{Text}[{number}]" };
        }
    }

    public override string ToString() => Text;
}
