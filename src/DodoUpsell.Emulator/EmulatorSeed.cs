namespace DodoUpsell.Emulator;

/// <summary>What an emulator holds when it starts.</summary>
public enum EmulatorSeed
{
    /// <summary>
    /// Products, plans, an add-on, a discount, customers with cards and a running subscription; their ids are in
    /// <see cref="DemoSeed"/>.
    /// </summary>
    Demo,

    /// <summary>Nothing.</summary>
    Empty,
}
